package dev.bourse.itests.benchmarks;

/** The parameters of the plug-ins here: none. */
@interface NoSettings {}
