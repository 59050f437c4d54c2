package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.leg.LegLink;
import org.sipsleuth.dialog.leg.LegReason;
import org.sipsleuth.dialog.leg.Legs;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Target;
import org.sipsleuth.view.ui.UtcTime;

/// Lists the other dialogs that are legs of the same call, with confidence and reasons.
final class LegSection {

    /// The maximum number of links that are listed.
    private static final int MOST_LINKS = 12;

    /// The maximum number of reasons listed for a link; all against it are listed.
    private static final int MOST_REASONS = 5;

    private final Optional<Legs> legs;
    private final Facts.Collector facts;

    LegSection(Optional<Legs> legs, Facts.Collector facts) {
        this.legs = legs;
        this.facts = facts;
    }

    /// Adds what is known of a dialog; nothing if it has no link at all.
    void addDialog(int dialog) {
        legs.ifPresent(legs -> {
            List<LegLink> links = legs.linksOf(dialog);
            if (!links.isEmpty()) {
                addGroup(legs, dialog);
                links.stream().limit(MOST_LINKS).forEach(link -> addLink(legs, dialog, link));
                addMore(links.size() - MOST_LINKS);
            }
        });
    }

    private void addGroup(Legs its, int dialog) {
        List<Integer> all = its.legsOf(dialog);
        if (all.size() > 1) {
            facts.section(text("inspector.legs"))
                    .link(text("inspector.legs.call"), text("inspector.legs.all", all.size()),
                            new Target(all, List.of()));
        }
    }

    private void addLink(Legs its, int dialog, LegLink link) {
        SipIndex index = its.index();
        int other = link.other(dialog);
        long after = index.dialogs().startNanos(other) - index.dialogs().startNanos(dialog);
        facts.section(text(its.isSure(link) ? "inspector.legs.leg" : "inspector.legs.perhaps", link.confidence()))
                .link(text("inspector.call.id"), index.dialogs().callId(other), Target.ofDialogs(new int[]{other}))
                .plain(text("inspector.legs.begins"), text(after < 0 ? "inspector.legs.before" : "inspector.legs.after",
                        UtcTime.full(index.dialogs().startNanos(other)), FactText.span(Math.abs(after))));
        List<LegReason> reasons = its.reasons(link);
        List<LegReason> shown = reasons.stream().limit(MOST_REASONS).toList();
        shown.forEach(reason -> addReason(index, link, reason));
        reasons.stream()
                .skip(MOST_REASONS)
                .filter(reason -> reason.weight() < 0)
                .forEach(reason -> addReason(index, link, reason));
    }

    private void addReason(SipIndex index, LegLink link, LegReason reason) {
        String name = (reason.weight() > 0 ? "+\u00a0" : "−\u00a0") + reason.kind();
        String words = text("inspector.legs.reason", reason.words(), frames(index, reason));
        if (reason.messages().isEmpty()) {
            facts.plain(name, words);
        } else {
            facts.link(name, words,
                    new Target(List.of(link.first(), link.second()), List.of(reason.messages().getLast())));
        }
    }

    private static String frames(SipIndex index, LegReason reason) {
        return String.join(", ", reason.messages().stream().map(message -> index.frameText(message)).toList());
    }

    private void addMore(int more) {
        if (more > 0) {
            facts.section(text("inspector.legs")).plain("", text("inspector.more", more));
        }
    }
}
