package io.hotspan.journal;

/** What has become of a segment's writer. */
enum SegmentState {
    /** It may write more. */
    LIVE,
    /** It is gone and has not closed the segment. */
    CRASHED,
    /** It gave the segment up, for example because the disk was full. */
    ABANDONED,
    /** It closed the segment in order: a footer ends it. */
    SEALED,
    /** The segment has been deleted. */
    GONE
}
