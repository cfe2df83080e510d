package dev.bourse.engine;

/** The parameters of plug-ins in tests. */
public @interface NoParameters {
  String word() default "";
}
