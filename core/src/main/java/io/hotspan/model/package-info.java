/** The words of a trace: span types, statuses, events and ids. */
package io.hotspan.model;
