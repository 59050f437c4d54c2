package org.sipsleuth.compare;

/// A place where two versions of a line differ: what stands between `leftFrom` and `leftTo` in the
/// left one stands between `rightFrom` and `rightTo` in the right one. One of both may be empty.
public record Change(int leftFrom, int leftTo, int rightFrom, int rightTo) {}
