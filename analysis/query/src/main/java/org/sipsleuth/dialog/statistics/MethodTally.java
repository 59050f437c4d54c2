package org.sipsleuth.dialog.statistics;

/// The requests of one method while they are counted.
final class MethodTally {

    final LongList first = new LongList();
    final LongList last = new LongList();
    long requests;
    long unanswered;

    void add(long firstNanos, long finalNanos) {
        requests++;
        if (firstNanos >= 0) {
            first.add(firstNanos);
        }
        if (finalNanos >= 0) {
            last.add(finalNanos);
        } else if (finalNanos == Sink.ABSENT) {
            unanswered++;
        }
    }

    void add(MethodTally other) {
        requests += other.requests;
        unanswered += other.unanswered;
        first.addAll(other.first);
        last.addAll(other.last);
    }
}
