package org.sipsleuth.view.account;

/// How one file follows the others in time.
///
/// @param place its place in the order of time, from 1
/// @param file its name
/// @param begins the time of its first frame; empty without frames
/// @param follows how it follows the files before it, in words
/// @param isGap whether something is missing before it
/// @param coverage the number of its coverage in the order of time, from 1
/// @param repeated how many of its frames another file yielded before
record FileRow(int place, String file, String begins, String follows, boolean isGap, int coverage, long repeated) {}
