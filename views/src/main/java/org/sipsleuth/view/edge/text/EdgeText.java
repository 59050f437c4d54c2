package org.sipsleuth.view.edge.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.view.ui.Texts;

/// The texts of the page.
public final class EdgeText {

    /// A share that is not 0 is not shown as 0, and one below 1 not as 1.
    private static final double LEAST_SHOWN = 0.0005;

    private EdgeText() {}

    /// The text `edge.key`.
    public static String text(String key, Object... arguments) {
        return Texts.text("edge." + key, arguments);
    }

    /// A share from 0 to 1: `96.9 %`, `< 0.1 %`.
    public static String percent(double share) {
        if (share > 0 && share < LEAST_SHOWN) {
            return text("percent.below");
        }
        if (share < 1 && share > 1 - LEAST_SHOWN) {
            return text("percent.above");
        }
        return share == 0 || share == 1 ? text("percent", String.format(Locale.ROOT, "%.0f", 100 * share))
                : text("percent", String.format(Locale.ROOT, "%.1f", 100 * share));
    }

    /// The share of a count: `58.1 %`; 0 of nothing.
    public static String percent(int count, int all) {
        return percent(count / (double) Math.max(1, all));
    }

    /// The lesser of two shares: `at least 84.2 %`, `all`.
    public static String atLeast(double share) {
        return share == 1 ? text("advice.share.all") : text("advice.share", percent(share));
    }

    /// `Layer 3/4 filter`
    public static String name(Protection protection) {
        return text("protection." + protection.word());
    }

    /// `Filter`, for where there is little room.
    public static String shortName(Protection protection) {
        return text("protection." + protection.word() + ".short");
    }

    /// What it is set to: `block 60 s above 20/s`.
    public static String setting(Protection protection, EdgeSettings settings) {
        String key = "protection." + protection.word() + ".setting";
        return switch (protection) {
            case FILTER -> text(key, settings.filter().perSecond(), settings.filter().blockSeconds());
            case FAILURE_BAN -> text(key, settings.ban().failures(), settings.ban().banSeconds());
            case TARGET_LIMIT -> text(key, settings.targetPerSecond());
            case ACCESS_LIST, GRAMMAR, SIGNATURES, DIGEST, QUEUES, ANOMALY, NORMALISATION, SANDBOX -> text(key);
        };
    }

    /// What it does, as a sentence.
    public static String sentence(Protection protection) {
        return text("protection." + protection.word() + ".sentence");
    }

    /// `session queues and rate limit per target`
    public static String list(List<Protection> protections) {
        List<String> names = protections.stream().map(EdgeText::inSentence).toList();
        if (names.size() < 2) {
            return names.isEmpty() ? text("protection.none") : names.getFirst();
        }
        return text("protection.and", names.subList(0, names.size() - 1).stream().collect(Collectors.joining(", ")),
                names.getLast());
    }

    /// `session queues`: its name within a sentence.
    public static String inSentence(Protection protection) {
        String name = name(protection);
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
