package org.sipsleuth.view.belief.state;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.finding.Probability;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.view.belief.state.SourceVerdicts.Group;
import org.sipsleuth.view.ui.UtcTime;

/// What is believed of a source in all its periods, in a sentence: `192.0.2.7: Password cracking in
/// 3 of 12 periods, highest 0.9980 at 11:12:04; Normal otherwise`.
public final class Headline {

    /// More groups are counted together.
    private static final int MOST_GROUPS = 3;

    private final SourcePeriods periods;
    private final SourceVerdicts verdicts;
    private final Harmless harmless;
    private final boolean spansDays;

    /// Those that accuse the source.
    private final List<Incident> incidents;

    private Headline(SourceRow row, Harmless harmless, List<Incident> incidents) {
        this.harmless = harmless;
        this.incidents = incidents.stream().filter(each -> isAccused(row.name(), each)).toList();
        periods = row.periods();
        verdicts = row.verdicts();
        spansDays = !UtcTime.sameDay(periods.all().getFirst().fromNanos(), periods.all().getLast().toNanos());
    }

    /// The sentence; the name of the source is data of the capture, made visible.
    ///
    /// @param harmless what the rules call harmless
    /// @param incidents those that the source is an actor of, the most severe first
    public static String of(SourceRow row, Harmless harmless, List<Incident> incidents) {
        Headline its = new Headline(row, harmless, incidents);
        return row.periods().isTogether() ? text("belief.headline.together", its.words())
                : text("belief.headline", BeliefWords.name(row.periods()), its.words());
    }

    private static boolean isAccused(String source, Incident incident) {
        return incident.stages().stream().anyMatch(each -> each.actors().contains(source) && !each.isHarmless());
    }

    private boolean hasAttack() {
        return verdicts.groups().stream().anyMatch(each -> !each.isNormal());
    }

    /// Normal traffic acquits nobody whom an incident accuses.
    private String words() {
        if (incidents.isEmpty() || hasAttack()) {
            return believed();
        }
        Incident gravest = incidents.getFirst();
        return text("belief.headline.accused", periods.all().size(), gravest.number(), gravest.label().text(),
                incidents.size() - 1);
    }

    private String believed() {
        if (periods.all().size() == 1) {
            return only();
        }
        List<Group> groups = verdicts.groups();
        List<String> parts = new ArrayList<>();
        int more = 0;
        for (Group each : groups) {
            if (each.isNormal()) {
                continue;
            }
            if (parts.size() < MOST_GROUPS) {
                boolean isClear = each.classes().size() == 1;
                parts.add(isClear ? words(each, parts.isEmpty()) : unclear(each, parts.isEmpty()));
            } else {
                more += each.periods();
            }
        }
        if (more > 0) {
            parts.add(text("belief.headline.more", more));
        }
        boolean isRest = verdicts.tooFew() == 0 && verdicts.contradictions() == 0;
        for (Group each : groups) {
            if (each.isNormal()) {
                parts.add(normal(each, parts.isEmpty(), isRest));
            }
        }
        if (verdicts.contradictions() > 0) {
            parts.add(counted("contradiction", verdicts.contradictions(), parts.isEmpty()));
        }
        if (verdicts.tooFew() > 0) {
            parts.add(counted("few", verdicts.tooFew(), parts.isEmpty()));
        }
        return String.join(text("belief.headline.joint"), parts);
    }

    private String only() {
        String time = time(periods.all().getFirst());
        if (verdicts.groups().isEmpty()) {
            return text("belief.headline.only." + (verdicts.tooFew() > 0 ? "few" : "contradiction"),
                    periods.all().getFirst().messages(), time);
        }
        Group group = verdicts.groups().getFirst();
        return text("belief.headline.only", classes(group), Probability.text(group.strength()), time);
    }

    private String words(Group group, boolean isFirst) {
        return text(isFirst ? "belief.headline.first" : "belief.headline.next", classes(group), group.periods(),
                periods.all().size(), Probability.text(group.strength()), time(periods.all().get(group.highest())));
    }

    private String unclear(Group group, boolean isFirst) {
        return text(isFirst ? "belief.headline.unclear" : "belief.headline.count", classes(group), group.periods(),
                periods.all().size());
    }

    private String normal(Group group, boolean isFirst, boolean isRest) {
        String word = classes(group);
        if (!isRest) {
            return text("belief.headline.count", word, group.periods(), periods.all().size());
        }
        return isFirst ? text("belief.headline.all", word, periods.all().size()) : text("belief.headline.rest", word);
    }

    private String counted(String key, int count, boolean isAll) {
        return text("belief.headline." + key + (isAll ? ".all" : ""), count, periods.all().size());
    }

    private String classes(Group group) {
        return BeliefWords.classes(List.copyOf(group.classes()), harmless);
    }

    private String time(Period period) {
        return spansDays ? UtcTime.dateAndSecond(period.fromNanos()) : UtcTime.second(period.fromNanos());
    }
}
