/** What recording costs, beside what it is measured against. */
package io.hotspan.benchmarks;
