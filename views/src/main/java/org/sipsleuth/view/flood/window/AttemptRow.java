package org.sipsleuth.view.flood.window;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.flood.detection.FloodScores;
import org.sipsleuth.flood.input.Input;
import org.sipsleuth.flood.input.WindowInputs;
import org.sipsleuth.flood.window.InviteWindows;
import org.sipsleuth.transaction.HopTransaction;

/// An attempt of a window with its inputs.
///
/// @param number from 1 on
/// @param message the number of its INVITE
/// @param atNanos when it came, in ns since the epoch
/// @param ratio the gap before it by the usual one; empty for the first of all and without history
/// @param usualNanos the usual gap; 0 without history
/// @param source the address that sent it
/// @param inputs what the networks get, in the order of [Input]
/// @param hasCompleted whether its caller had completed a call before
/// @param ackNanos how long after it the ACK came; empty if none did
public record AttemptRow(int number, int message, long atNanos, OptionalDouble ratio, double usualNanos, String source,
        List<Double> inputs, boolean hasCompleted, OptionalDouble ackNanos) {

    private static final double KNOWN = 0.25;
    private static final int RECENT = 256;

    /// Takes a copy.
    public AttemptRow {
        inputs = List.copyOf(inputs);
    }

    /// Those of a window.
    public static List<AttemptRow> of(FloodScores scores, int window) {
        WindowInputs inputs = scores.inputs();
        InviteWindows windows = inputs.windows();
        MessageTable messages = windows.attempts().table().index().messages();
        List<AttemptRow> rows = new ArrayList<>();
        int from = windows.place(window);
        for (int place = from; place < from + windows.settings().size(); place++) {
            int attempt = windows.attempt(place);
            HopTransaction first = windows.attempts().first(attempt);
            HopTransaction last = windows.attempts().last(attempt);
            List<Double> values = new ArrayList<>();
            for (Input input : Input.values()) {
                values.add((double) inputs.values()[Input.COUNT * place + input.place()]);
            }
            double gap = values.get(Input.GAP.place());
            double usual = inputs.usualGapSeconds(place) * 1e9;
            rows.add(new AttemptRow(place - from + 1, first.request(), first.atNanos(),
                    usual > 0 && gap < 1 ? OptionalDouble.of(gap / (1 - gap)) : OptionalDouble.empty(), usual,
                    windows.attempts().table().host(first.source()), values, inputs.hasCompletedBefore(attempt),
                    last.ack() < 0 ? OptionalDouble.empty()
                            : OptionalDouble.of(messages.capturedAtNanos(last.ack()) - (double) last.atNanos())));
        }
        return rows;
    }

    /// One of its inputs.
    public double input(Input input) {
        return inputs.get(input.place());
    }

    /// How often an identity occurred among the recent attempts, from its input; -1 if it was never
    /// seen before.
    public static int times(double input) {
        return input < KNOWN ? -1 : (int) Math.round(Math.expm1((input - KNOWN) / (1 - KNOWN) * Math.log1p(RECENT)));
    }
}
