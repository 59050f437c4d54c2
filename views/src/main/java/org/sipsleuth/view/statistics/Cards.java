package org.sipsleuth.view.statistics;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Control;
import org.sipsleuth.dialog.statistics.CallTotals;
import org.sipsleuth.dialog.statistics.Counted;
import org.sipsleuth.dialog.statistics.Distribution;
import org.sipsleuth.dialog.statistics.Distribution.Percentile;
import org.sipsleuth.dialog.statistics.Figure;
import org.sipsleuth.dialog.statistics.MethodFigures;
import org.sipsleuth.dialog.statistics.Metric;
import org.sipsleuth.dialog.statistics.Ratio;
import org.sipsleuth.dialog.statistics.Statistics;
import org.sipsleuth.dialog.statistics.Statistics.TypeCount;
import org.sipsleuth.dialog.statistics.StatisticsTable;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.explained.StatisticsExplanation;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sip.reason.StatusPhrases;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.MessageClass;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.explain.Explain;

/// Makes the cards of the page.
final class Cards {

    /// More names are identified by their number, and are in the export.
    private static final int MOST_NAMES = 15;

    private static final int MOST_CODES = 40;
    private static final int LONGEST_NAME = 120;
    private static final double PERCENT = 100;

    private final Statistics statistics;
    private final Links links;

    Cards(Statistics statistics, Links links) {
        this.statistics = statistics;
        this.links = links;
    }

    /// All of them, the most asked for first.
    List<Card> all() {
        List<Card> cards = new ArrayList<>();
        cards.add(ratios());
        cards.add(times());
        cards.add(methods());
        cards.add(statuses());
        cards.add(totals());
        cards.add(names("agents", statistics.userAgents(), statistics.totals().dialogs()));
        cards.add(names("servers", statistics.servers(), statistics.totals().dialogs()));
        cards.add(names("transports", statistics.transports(), statistics.totals().messages()));
        return cards;
    }

    private Card totals() {
        Card card = new Card(text("statistics.totals"), "");
        Statistics.Totals its = statistics.totals();
        total(card, "dialogs", its.dialogs(), new Figure.Everything());
        total(card, "messages", its.messages(), new Figure.Everything());
        total(card, "retransmissions", its.retransmissions(), new Figure.Repeated());
        total(card, "defective", its.defective(), new Figure.Defective());
        CallTotals calls = its.calls();
        total(card, "calls", calls.calls(), new Figure.Called());
        total(card, "answered", calls.answered(), new Figure.Ended(true, 0));
        total(card, "undecided", calls.undecided(), new Figure.Undecided());
        card.row(text("statistics.total.talk"), text("statistics.total.talk.tip"), "", links
                .number(UtcTime.length((double) calls.talkNanos()), calls.answered() > 0, new Figure.Ended(true, 0)));
        return card;
    }

    private void total(Card card, String name, long count, Figure figure) {
        card.row(text("statistics.total." + name), text("statistics.total." + name + ".tip"), "",
                links.number(count(count), count > 0, figure));
    }

    private Card ratios() {
        Card card = new Card(text("statistics.ratios"), text("statistics.ratio"), text("statistics.counted"),
                text("statistics.of"));
        for (Metric metric : Metric.values()) {
            if (metric.unit() == Metric.Unit.SHARE) {
                Ratio ratio = statistics.ratios().getOrDefault(metric, Ratio.NONE);
                Control value = Links.plain(ratio.share().isEmpty() ? "–" : percent(ratio));
                StatisticsExplanation.of(metric, ratio).ifPresent(each -> Explain.on(value, () -> List.of(each)));
                value.getStyleClass().add("figure-main");
                card.row(metric.acronym() + "  " + metric.title(), tip(metric), "", value,
                        links.number(count(ratio.counted()), ratio.counted() > 0, new Figure.Shared(metric, true)),
                        links.number(count(ratio.all()), ratio.all() > 0, new Figure.Shared(metric, false)));
            }
        }
        if (statistics.totals().calls().undecided() > 0) {
            card.note(text("statistics.undecided", statistics.totals().calls().undecided()));
        }
        return card;
    }

    private Card times() {
        Card card = new Card(text("statistics.times"), heads());
        for (Metric metric : Metric.values()) {
            if (metric.unit() == Metric.Unit.TIME) {
                String name = metric.acronym().isEmpty() ? metric.title() : metric.acronym() + "  " + metric.title();
                Distribution its = statistics.times().getOrDefault(metric, Distribution.EMPTY);
                timed(card, name, tip(metric), its, least -> new Figure.Timed(metric, least),
                        each -> StatisticsExplanation.of(metric, its, each),
                        StatisticsExplanation.longest(metric, its));
            }
        }
        return card;
    }

    private static String[] heads() {
        return new String[]{
            text("statistics.values"),
            text("statistics.median"),
            text("statistics.p95"),
            text("statistics.p99"),
            text("statistics.longest")};
    }

    /// Finds the dialogs that took at least so long.
    private interface AtLeast {
        Figure figure(long nanos);
    }

    private void timed(Card card, String name, String tip, Distribution its, AtLeast found,
            Function<Percentile, Optional<Explanation>> explanations, Optional<Explanation> longest) {
        String few = StatisticsTable.tooFew(its);
        card.row(name, few.isEmpty() ? tip : (tip + "\n" + few).strip(), "",
                links.number(count(its.count()), its.count() > 0, found.figure(0)),
                time(its.percentile(Percentile.P50), found, explanations.apply(Percentile.P50)),
                time(its.percentile(Percentile.P95), found, explanations.apply(Percentile.P95)),
                time(its.percentile(Percentile.P99), found, explanations.apply(Percentile.P99)),
                time(its.most(), found, longest));
        if (!few.isEmpty()) {
            card.note(few);
        }
    }

    private Node time(OptionalLong nanos, AtLeast found, Optional<Explanation> explanation) {
        if (nanos.isEmpty()) {
            return Links.plain("–");
        }
        Control value = links.number(UtcTime.length((double) nanos.getAsLong()), true, found.figure(nanos.getAsLong()));
        explanation.ifPresent(each -> Explain.offer(value, () -> List.of(each)));
        return value;
    }

    /// A share of all in its group.
    private static Node share(String name, Ratio ratio) {
        Control value = Links.plain(percent(ratio));
        StatisticsExplanation.of(Sentence.captured(name), ratio)
                .ifPresent(each -> Explain.on(value, () -> List.of(each)));
        return value;
    }

    private Card methods() {
        Card card = new Card(text("statistics.methods"), heads());
        for (MethodFigures each : statistics.methods().stream().limit(MOST_NAMES).toList()) {
            timed(card, VisibleText.ofValue(each.name(), LONGEST_NAME),
                    text("statistics.method.tip", each.requests(), each.unanswered()), each.last(),
                    least -> new Figure.Responded(each.type(), true, least),
                    percentile -> StatisticsExplanation.of(each.name(), each.last(), percentile),
                    StatisticsExplanation.longest(each.name(), each.last()));
        }
        card.note(text("statistics.methods.note"));
        return card;
    }

    private Card statuses() {
        Card card = new Card(text("statistics.types"), text("statistics.count"), text("statistics.share"));
        Map<Integer, Long> classes = new TreeMap<>();
        List<TypeCount> codes = new ArrayList<>();
        for (TypeCount type : statistics.types()) {
            if (type.isMethod()) {
                counted(card, type.name(), type, statistics.totals().requests());
            } else {
                classes.merge(type.type() / 100, type.count(), Long::sum);
                codes.add(type);
            }
        }
        long responses = statistics.totals().responses();
        classes.forEach((hundreds, count) -> card.row(hundreds + "xx", "", MessageClass.of(hundreds * 100).styleClass(),
                links.number(count(count), true, new Figure.OfClass(hundreds)),
                share(hundreds + "xx", new Ratio(count, responses))));
        codes.stream()
                .limit(MOST_CODES)
                .forEach(code -> counted(card, code.name() + " " + StatusPhrases.of(code.type()), code, responses));
        return card;
    }

    private void counted(Card card, String name, TypeCount type, long all) {
        MessageClass kind = MessageClass.of(type.type());
        card.row(kind.shape() + " " + VisibleText.ofValue(name, LONGEST_NAME), "", kind.styleClass(),
                links.number(count(type.count()), true, new Figure.OfType(type.type())),
                share(VisibleText.ofValue(name, LONGEST_NAME), new Ratio(type.count(), all)));
    }

    private Card names(String kind, List<Counted> counted, long all) {
        Card card = new Card(text("statistics." + kind), text("statistics.count"), text("statistics.share"));
        for (Counted each : counted.stream().limit(MOST_NAMES).toList()) {
            String name = VisibleText.ofValue(each.name(), LONGEST_NAME);
            card.row(name, name, "", links.number(count(each.count()), true, each.figure()),
                    share(name, new Ratio(each.count(), all)));
        }
        if (counted.size() > MOST_NAMES) {
            card.note(text("statistics.more", counted.size() - MOST_NAMES));
        } else if (counted.isEmpty()) {
            card.note(text("statistics.none"));
        }
        return card;
    }

    private static String tip(Metric metric) {
        return text("statistics.tip." + metric.name().toLowerCase(Locale.ROOT));
    }

    private static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    private static String percent(Ratio ratio) {
        return String.format(Locale.ENGLISH, "%.1f %%", PERCENT * ratio.share().orElse(0));
    }
}
