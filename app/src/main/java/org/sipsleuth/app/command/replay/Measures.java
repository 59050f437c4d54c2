package org.sipsleuth.app.command.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sipsleuth.app.command.listing.ListedRows;
import org.sipsleuth.app.command.replay.Measure.Unit;
import org.sipsleuth.edge.replay.MessageOutcome;
import org.sipsleuth.edge.replay.ReplayBand;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.replay.Served;
import org.sipsleuth.edge.stage.Ruling;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.report.rows.Column;

/// The numbers of a replay, for people or for other programs.
public final class Measures extends ListedRows<Measure> {

    private static final double NANOS = 1e9;

    private final boolean isForPeople;

    private Measures(List<Column> columns, List<Measure> measures, boolean isForPeople) {
        super(columns, measures);
        this.isForPeople = isForPeople;
    }

    /// A line per number that is not 0 throughout, for people.
    ///
    /// @param hasTruth whether messages are classified by the ground truth, not by incidents
    public static Measures lines(ReplayBand band, boolean hasTruth) {
        return new Measures(
                List.of(Column.text("what"), Column.text("unit"), Column.number("with protection"),
                        Column.number("without"), Column.number("with service times × 0.5").ranked(2),
                        Column.number("with service times × 2").ranked(1)),
                of(band, hasTruth).stream().filter(Measures::isSaid).toList(), true);
    }

    /// A record per number. The names of its columns are a contract.
    public static Measures records(ReplayBand band, boolean hasTruth) {
        return new Measures(List.of(Column.text("measure"), Column.text("unit"), Column.number("with"),
                Column.number("without"), Column.number("least"), Column.number("most")), of(band, hasTruth), false);
    }

    private static boolean isSaid(Measure measure) {
        return measure.most() != 0 || measure.without() != 0;
    }

    private static List<Measure> of(ReplayBand band, boolean hasTruth) {
        List<Measure> all = new ArrayList<>();
        for (MessageClass its : MessageClass.values()) {
            String prefix = its.name().toLowerCase(Locale.ROOT) + "_";
            String who = who(its, hasTruth);
            boolean isAttack = its == MessageClass.ATTACK;
            addServed(all, band, prefix + "calls", "calls completed, " + who, r -> r.calls(its));
            addServed(all, band, prefix + "registrations", "registrations, " + who, r -> r.registrations(its));
            if (isAttack) {
                addServed(all, band, prefix + "accepted", "requests accepted (2xx), " + who, r -> r.accepted(its));
                addServed(all, band, prefix + "answered", "requests answered, " + who, r -> r.answered(its));
                all.add(Measure.of(prefix + "passed", "messages that reach the stack, " + who, Unit.SHARE, band,
                        r -> r.passedShare(its)));
            }
            all.add(Measure.of(prefix + "messages", "messages from outside, " + who, Unit.MESSAGES, band,
                    r -> r.ingress(its)));
            for (MessageOutcome outcome : MessageOutcome.values()) {
                if (outcome != MessageOutcome.ELSEWHERE && outcome != MessageOutcome.DROPPED) {
                    all.add(Measure.of(prefix + outcome.word(), "  " + outcome.word(), Unit.MESSAGES, band,
                            r -> r.ingress(its, outcome)));
                }
            }
            Stream.of(Ruling.values())
                    .filter(Ruling::isDrop)
                    .forEach(why -> all.add(Measure.of(prefix + "dropped_" + why.word().replace('-', '_'),
                            "  dropped: " + dropText(why), Unit.MESSAGES, band, r -> r.dropped(its, why))));
        }
        all.add(Measure.of("added_retransmissions", "retransmissions that are not in the capture", Unit.MESSAGES, band,
                ReplayResult::added));
        all.add(Measure.of("longest_wait", "longest time from sending to processing", Unit.SECONDS, band,
                r -> r.longestWaitNanos() / NANOS));
        all.add(Measure.of("work", "work of stages and stack (assumed)", Unit.SECONDS, band, r -> r.work().seconds()));
        double saved = band.savedShare();
        all.add(new Measure("work_saved_by_feedback", "work that feedback to earlier stages saves", Unit.SHARE, saved,
                0, saved, saved));
        all.add(Measure.of("normalised", "messages changed by normalisation", Unit.MESSAGES, band,
                r -> r.work().normalised()));
        return all;
    }

    private static void addServed(List<Measure> all, ReplayBand band, String name, String title,
            Function<ReplayResult, Served> served) {
        Served its = served.apply(band.with());
        if (its.captured() > 0) {
            all.add(Measure.of(name, title + String.format(Locale.ROOT, " (of %,d)", its.captured()), Unit.SHARE, band,
                    r -> served.apply(r).share()));
        }
    }

    private static String who(MessageClass its, boolean hasTruth) {
        return switch (its) {
            case LEGITIMATE -> hasTruth ? "legitimate" : "no incident";
            case ATTACK -> hasTruth ? "attack" : "part of incident";
        };
    }

    private static String dropText(Ruling why) {
        return why.protection().map(each -> each.word() + ", ").orElse("stack, ") + why.word();
    }

    @Override
    protected String[] cells(Measure its) {
        return isForPeople
                ? new String[]{
                    its.title(),
                    its.unit().sign(),
                    its.text(its.with()),
                    its.text(its.without()),
                    its.text(its.fast()),
                    its.text(its.slow())}
                : new String[]{
                    its.name(),
                    its.unit().word(),
                    its.number(its.with()),
                    its.number(its.without()),
                    its.number(its.least()),
                    its.number(its.most())};
    }
}
