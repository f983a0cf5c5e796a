/**
 * What the API promises, area by area: each test records through the rings into a journal, and
 * asserts what is read back from it.
 */
package io.hotspan.contract;
