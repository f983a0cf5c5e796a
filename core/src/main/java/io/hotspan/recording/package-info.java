/**
 * Recording: each thread's stack of open spans, the handles that name them, and the writing of
 * their records. Everything here works on primitive handles and allocates nothing.
 */
package io.hotspan.recording;
