package org.sipsleuth.capture;

/// Which frame of which file.
///
/// @param file the file's place among the files of the investigation, from 0
/// @param frame its number in that file, from 1, as Wireshark counts
public record FrameNumber(int file, int frame) {}
