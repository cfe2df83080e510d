package dev.bourse.api.config;

/** A configuration as a plug-in declares it; its metatype file stands in the test resources. */
@interface CrossConfig {
  int fast() default 10;

  int slow() default 20;

  double share() default 0.5;

  boolean dry_run() default false;

  String mode() default "close";

  long max$_$age();

  String api__key() default "";
}
