package dev.bourse.itests.campaign;

/** The parameters of the strategy here: none. */
@interface NoSettings {}
