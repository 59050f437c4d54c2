package org.sipsleuth.view.sequence.prediction.course;

/// Which steps the chart shows.
///
/// @param from the first, from 1
/// @param to the last
public record ChartRange(int from, int to) {

    /// Fewer steps are not spread over the chart.
    private static final int LEAST = 6;

    /// All of so many.
    public static ChartRange all(int steps) {
        return new ChartRange(1, Math.max(1, steps));
    }

    /// How many steps it shows.
    public int steps() {
        return to - from + 1;
    }

    /// Where a step lies, from 0 at the left end to 1.
    public double place(int step) {
        return steps() == 1 ? 0.5 : (double) (step - from) / (to - from);
    }

    /// The step at a place.
    public int step(double place) {
        return from + (int) Math.round(Math.clamp(place, 0, 1) * (to - from));
    }

    /// Twice as many steps, or half as many, around one that stays where it is.
    ///
    /// @param all how many steps there are
    public ChartRange zoomed(boolean closer, int around, int all) {
        double share = steps() == 1 ? 0.5 : place(around);
        long wanted = closer ? Math.max(LEAST, steps() / 2) : 2L * steps();
        int width = (int) Math.min(wanted, all);
        int first = Math.clamp(around - Math.round(share * (width - 1)), 1, all - width + 1);
        return new ChartRange(first, first + width - 1);
    }

    /// Moved so that it holds this step.
    ///
    /// @param all how many steps there are
    public ChartRange showing(int step, int all) {
        int width = Math.min(steps(), all);
        int first = Math.clamp(from, Math.max(1, step - width + 1), Math.min(step, all - width + 1));
        return new ChartRange(first, first + width - 1);
    }
}
