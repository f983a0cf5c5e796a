/** The journal: a directory of segments, written block by block. */
package io.hotspan.journal;
