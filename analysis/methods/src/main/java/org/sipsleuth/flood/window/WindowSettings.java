package org.sipsleuth.flood.window;

/// The size of windows.
///
/// @param size INVITEs in a window, 2–1000
/// @param step INVITEs from the beginning of a window to that of the next, 1–size
public record WindowSettings(int size, int step) {

    private static final int MOST = 1_000;

    /// Those of the paper: ten INVITEs, two apart.
    public static final WindowSettings PAPER = new WindowSettings(10, 2);

    /// Checked.
    public WindowSettings {
        if (size < 2 || size > MOST || step < 1 || step > size) {
            throw new IllegalArgumentException("window of %d, step %d".formatted(size, step));
        }
    }

    /// How many windows there are among some INVITEs; the last INVITEs may lie in none.
    public int windows(int invites) {
        return invites < size ? 0 : (invites - size) / step + 1;
    }
}
