package io.hotspan.agent.weaving;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The parameter of an advice that is the number of the woven method. */
@Retention(RetentionPolicy.RUNTIME)
@interface MethodIndex {}
