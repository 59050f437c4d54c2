package org.sipsleuth.report.ladder.part;

/// The sizes of a ladder, in pixels, in the window and in files.
public final class LadderSizes {

    /// The height of a row: a label and an arrow below it.
    public static final double ROW = 30;

    /// The arrow's place in its row, from the row's top.
    public static final double ARROW = 21;

    /// The middle of the times of a row, from the row's top.
    public static final double TIME = 20;

    /// The size of the letters of times.
    public static final double TIME_LETTERS = 11;

    /// The height of a media stream.
    public static final double STREAM = 26;

    /// The arrow's place in a stream, from its top.
    public static final double STREAM_ARROW = 18;

    /// The middle of the time of a stream, from its top.
    public static final double STREAM_TIME = 17;

    /// The height of the heads.
    public static final double HEAD = 46;

    /// The middle of the titles of the times, from the top of the heads.
    public static final double HEAD_TIME = HEAD - 14;

    /// The width of a column of states.
    public static final double BAND = 16;

    /// The width of a column of brackets.
    public static final double BRACKET = 10;

    private LadderSizes() {}
}
