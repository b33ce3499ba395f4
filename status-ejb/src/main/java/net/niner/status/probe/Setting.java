package net.niner.status.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a component of a {@link ProbeSpec} may hold. Mandatory, unless it is optional or has a default. Its name in settings is that of the
 * component in kebab case.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Setting {

    /** As a person would write it; empty for none. */
    String byDefault() default "";

    /** The default where the setting {@code security} is {@code tls}; empty for the same as ever. */
    String byDefaultWithTls() default "";

    boolean optional() default false;

    /** True for a text of several lines. */
    boolean lines() default false;

    /** The least whole number, inclusive. */
    int min() default 0;

    /** The greatest whole number, inclusive. */
    int max() default Integer.MAX_VALUE;

    /** What a text, or each text of a list, must look like. */
    Syntax syntax() default Syntax.TEXT;
}
