package org.sipsleuth.app.command.replay;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.sipsleuth.edge.replay.ReplayBand;
import org.sipsleuth.edge.replay.ReplayResult;

/// A number of replays: with the protections, without them, and with other service times.
///
/// @param name for programs: `calls_completed`
/// @param title for people
/// @param unit in which it is measured
/// @param with with the protections
/// @param without without any
/// @param fast with the protections and half of the service times
/// @param slow with the protections and twice the service times
record Measure(
        String name,
        String title,
        Unit unit,
        double with,
        double without,
        double fast,
        double slow) {

    /// What a measure counts.
    enum Unit {
        /// 0 to 1; people read it in percent.
        SHARE("%", "share"),
        SECONDS("s", "s"),
        MESSAGES("messages", "messages");

        private final String sign;
        private final String word;

        Unit(String sign, String word) {
            this.sign = sign;
            this.word = word;
        }

        /// What people read behind a number.
        String sign() {
            return sign;
        }

        /// What programs read.
        String word() {
            return word;
        }
    }

    static Measure of(
            String name,
            String title,
            Unit unit,
            ReplayBand band,
            ToDoubleFunction<ReplayResult> value) {
        return new Measure(
                name,
                title,
                unit,
                value.applyAsDouble(band.with()),
                value.applyAsDouble(band.without()),
                value.applyAsDouble(band.fast()),
                value.applyAsDouble(band.slow()));
    }

    double least() {
        return Math.min(with, Math.min(fast, slow));
    }

    double most() {
        return Math.max(with, Math.max(fast, slow));
    }

    /// A value for people, without its unit: `96.9`, `0.040`, `1,234`.
    String text(double value) {
        return switch (unit) {
            case SHARE -> String.format(Locale.ROOT, "%.1f", 100 * value);
            case SECONDS -> String.format(Locale.ROOT, "%.3f", value);
            case MESSAGES -> String.format(Locale.ROOT, "%,.0f", value);
        };
    }

    /// A value for programs.
    String number(double value) {
        return switch (unit) {
            case MESSAGES -> String.format(Locale.ROOT, "%.0f", value);
            case SHARE, SECONDS -> String.format(Locale.ROOT, "%.6f", value);
        };
    }
}
