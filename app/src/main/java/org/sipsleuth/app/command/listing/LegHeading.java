package org.sipsleuth.app.command.listing;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.LegLink;
import org.sipsleuth.dialog.leg.LegReason;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.report.output.VisibleText;

/// The legs of a call as lines above its ladder: which they are, how sure that is, and why.
public final class LegHeading {

    private static final int MOST_LEGS = 50;
    private static final int MOST_REASONS = 3;

    private final Legs legs;
    private final boolean unicode;

    /// @param unicode whether text may be more than ASCII
    public LegHeading(Legs legs, boolean unicode) {
        this.legs = legs;
        this.unicode = unicode;
    }

    /// The lines for a dialog, each with its line end.
    public String text(int dialog) {
        List<Integer> all = legs.legsOf(dialog);
        if (all.size() == 1) {
            return "no other legs found\n";
        }
        StringBuilder text = new StringBuilder(all.size() + " legs:\n");
        for (int leg : all.subList(0, Math.min(MOST_LEGS, all.size()))) {
            text.append("  ").append(visible(legs.index().dialogs().callId(leg))).append('\n');
            surestBefore(leg).ifPresent(link -> add(text, leg, link));
        }
        if (all.size() > MOST_LEGS) {
            text.append("  and ").append(all.size() - MOST_LEGS).append(" more\n");
        }
        return text.toString();
    }

    private Optional<LegLink> surestBefore(int leg) {
        return legs.linksOf(leg)
                .stream()
                .filter(link -> link.second() == leg && legs.isSure(link))
                .max(Comparator.comparingDouble(LegLink::confidence));
    }

    private void add(StringBuilder text, int leg, LegLink link) {
        String other = legs.index().dialogs().callId(link.other(leg));
        text.append(String.format(Locale.ROOT, "    %.3f with %s%n", link.confidence(), visible(other)));
        legs.reasons(link)
                .stream()
                .filter(reason -> reason.weight() > 0)
                .limit(MOST_REASONS)
                .forEach(reason -> text.append("      ").append(line(reason)).append('\n'));
    }

    private String line(LegReason reason) {
        SipIndex index = legs.index();
        String frames = reason.messages().stream().map(index::frameText).collect(Collectors.joining(", "));
        return reason.kind() + ": " + visible(reason.words()) + " (frames " + frames + ")";
    }

    private String visible(String text) {
        return VisibleText.of(text, unicode);
    }
}
