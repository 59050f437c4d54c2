package org.sipsleuth.view.inspector.finding;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sipsleuth.belief.period.Period;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.belief.source.FoundSpan;
import org.sipsleuth.belief.source.SuspectSpan;
import org.sipsleuth.belief.tree.LeafReasoning;
import org.sipsleuth.belief.tree.Reasoning;
import org.sipsleuth.belief.tree.TrafficClass;
import org.sipsleuth.belief.tree.Variable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.view.fx.UtcTime;
import org.sipsleuth.view.fx.belief.ClassWords;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Target;

/// Tells a finding of the method of beliefs: which source, when, what was measured, why, by which
/// formulas, on which messages it rests, by which model.
public final class BeliefFinding {

    private static final int MOST_MESSAGES = 6;

    /// More messages are not chosen at once.
    private static final int MOST_CHOSEN = 20_000;

    private static final double MANY = 1_000;
    private static final double MOST = 1e6;

    private final FoundSpan found;
    private final SuspectSpan span;
    private final Period clearest;
    private final Facts.Collector facts;

    BeliefFinding(FoundSpan found, Facts.Collector facts) {
        this.found = found;
        this.facts = facts;
        span = found.span();
        clearest = span.scored().period(span.strongest());
    }

    /// A finding alone.
    public static Facts facts(FoundSpan found) {
        Facts.Collector facts = new Facts.Collector();
        new BeliefFinding(found, facts).add();
        return facts.facts(FactText.visible(found.finding().statement().title()));
    }

    /// When it was, briefly: `11:10:49.000 – 11:12:31.000 UTC`, with dates in a capture of several
    /// days.
    static String clocks(FoundSpan found) {
        long from = found.span().first().fromNanos();
        long to = found.span().last().toNanos();
        return text(
                "inspector.belief.clocks",
                UtcTime.moment(found.index(), from),
                UtcTime.sameDay(from, to) ? UtcTime.clock(to) : UtcTime.moment(found.index(), to));
    }

    private static String span(FoundSpan found) {
        long from = found.span().first().fromNanos();
        long to = found.span().last().toNanos();
        return text(
                "inspector.belief.span.of",
                UtcTime.dateAndClock(from),
                UtcTime.sameDay(from, to) ? UtcTime.clock(to) : UtcTime.dateAndClock(to),
                FactText.span(to - from));
    }

    /// Adds all of it.
    void add() {
        FindingFacts common = new FindingFacts(found.finding(), facts);
        common.addClaim();
        facts.code(text("inspector.belief.source"), span.sourceName())
                .plain(text("inspector.belief.span"), span(found));
        common.addGrounds();
        common.addMeasures();
        Reasoning reasoning = span.scored().model().reason(clearest.observation());
        addWhy(reasoning);
        addFormulas(reasoning);
        addEvidence();
        FindingFacts.addModel(facts, found.finding().origin().model());
    }

    private void addWhy(Reasoning reasoning) {
        facts.section(text("inspector.why"))
                .plain("", found.finding().statement().explanation())
                .asTold("finding.explanation")
                .section(text("inspector.belief.leaves", ClassWords.of(TrafficClass.NORMAL)));
        Map<Variable, List<Integer>> evidence = span.scored().periods().evidence(clearest);
        for (LeafReasoning leaf : reasoning.leaves()) {
            if (leaf.speaks()) {
                addLeaf(leaf, reasoning, evidence.getOrDefault(leaf.variable(), List.of()));
            }
        }
    }

    private void addLeaf(LeafReasoning leaf, Reasoning reasoning, List<Integer> messages) {
        String name = ClassWords.of(leaf.variable());
        String words =
                text(
                        "inspector.belief.leaf",
                        ClassWords.value(leaf.variable(), reasoning.observation()),
                        favours(leaf.favours(span.trafficClass(), TrafficClass.NORMAL)));
        if (messages.isEmpty()) {
            facts.plain(name, words);
        } else {
            facts.link(name, words, target(messages.stream().mapToInt(each -> each).toArray()));
        }
    }

    private static String favours(double times) {
        if (Double.isNaN(times)) {
            return text("inspector.belief.excludes.both");
        }
        if (times == 0 || Double.isInfinite(times)) {
            return text(times == 0 ? "inspector.belief.excludes" : "inspector.belief.only");
        }
        return times > MOST
                ? text("inspector.belief.times.most")
                : text(
                        "inspector.belief.times",
                        String.format(Locale.ROOT, times > MANY ? "%,.0f" : "%.3g", times));
    }

    private void addFormulas(Reasoning reasoning) {
        facts.detail(text("inspector.explain"))
                .plain("", text("inspector.belief.explain"))
                .detail(text("inspector.formulas"));
        double sum = 0;
        for (TrafficClass each : TrafficClass.all()) {
            sum += reasoning.prior().get(each) * reasoning.product().get(each);
        }
        for (TrafficClass each : TrafficClass.all()) {
            facts.plain(
                    ClassWords.of(each),
                    text(
                            "inspector.belief.formula",
                            ClassWords.number(reasoning.prior().get(each)),
                            ClassWords.number(reasoning.product().get(each)),
                            ClassWords.number(sum),
                            ClassWords.number(reasoning.belief().classes().get(each))));
        }
        facts.plain(text("inspector.explain.source"), text("inspector.belief.paper"));
    }

    private void addEvidence() {
        Periods periods = span.scored().periods();
        int[] messages = periods.messages(clearest);
        int[] dialogs = found.dialogs();
        facts.section(text("inspector.evidence"))
                .link(
                        text("inspector.evidence.dialogs"),
                        text("inspector.belief.dialogs", dialogs.length),
                        Target.ofDialogs(dialogs))
                .link(
                        text("inspector.belief.messages"),
                        text("inspector.belief.messages.all", span.messageCount()),
                        target(span.messages()))
                .link(
                        text("inspector.belief.clearest"),
                        text(
                                "inspector.belief.clearest.all",
                                messages.length,
                                UtcTime.moment(found.index(), clearest.fromNanos())),
                        target(messages));
        SipIndex index = found.index();
        for (int i = 0; i < Math.min(MOST_MESSAGES, messages.length); i++) {
            facts.link(
                    i == 0 ? text("inspector.evidence.first") : "",
                    FactText.messageInFrame(index.messages(), messages[i]),
                    target(new int[] {messages[i]}));
        }
        if (messages.length > MOST_MESSAGES) {
            facts.plain("", text("inspector.more", messages.length - MOST_MESSAGES));
        }
    }

    /// Chooses messages with their dialogs.
    private Target target(int[] messages) {
        SipIndex index = found.index();
        int[] dialogs = Arrays.stream(messages).map(index.messages()::dialog).distinct().toArray();
        return messages.length > MOST_CHOSEN
                ? Target.ofDialogs(dialogs)
                : new Target(
                        Arrays.stream(dialogs).boxed().toList(),
                        Arrays.stream(messages).boxed().toList());
    }
}
