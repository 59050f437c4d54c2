package org.sipsleuth.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.setting.Setting;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// Remote control of phones: a host that is not their server sends NOTIFY requests which make them
/// restart or load a configuration (RFC 3265 §3.2, RFC 6080; `check-sync` and the like, which
/// phones obey without a subscription).
///
/// Whoever passes on what phones send, accepts their registrations or other requests, or whom they
/// have asked for something that was accepted is a server of theirs.
final class RemoteControl implements SessionRule {

    /// Events by which phones restart, load a configuration, or send theirs: most phones; Cisco and
    /// Linksys; Cisco; Grandstream; Yealink; Aastra and Mitel; RFC 6080.
    private static final Set<String> EVENTS = Set.of("check-sync", "resync", "reboot", "report", "service-control",
            "sys-control", "action-uri", "aastra-xml", "ua-profile");

    /// Of a longer one the rest is left out.
    private static final int LONGEST_EVENT = 40;

    /// Phones are up again within this time.
    private static final long RESTART = Duration.ofMinutes(5).toNanos();

    @Override
    public Set<IncidentKind> kinds() {
        return Set.of(IncidentKind.REMOTE_CONTROL);
    }

    @Override
    public List<Setting> settings() {
        return List.of();
    }

    @Override
    public List<Finding> apply(Traffic traffic) {
        TransactionTable table = traffic.table();
        HostRoles roles = traffic.roles();
        List<HopTransaction> orders = traffic.open()
                .stream()
                .filter(each -> each.method() == MessageTypes.NOTIFY)
                .filter(each -> !roles.isServer(each.source()) && !roles.isTrunk(each.source()))
                .filter(each -> EVENTS.contains(event(each, table)))
                .toList();
        if (orders.isEmpty()) {
            return List.of();
        }
        Set<Long> asked = asked(orders, table);
        Set<Long> subscribed = subscribed(orders, table);
        List<Finding> findings = new ArrayList<>();
        List<HopTransaction> unasked = orders.stream()
                .filter(each -> !asked.contains(pair(each.destination(), each.source())))
                .filter(each -> !subscribed.contains(pair(each.requestUser(), each.source())))
                .toList();
        for (List<HopTransaction> ofSource : Groups.parts(HopTransaction::source, unasked)) {
            traffic.monitor().throwIfCancelled();
            for (List<HopTransaction> span : Spans.byHabit(ofSource)) {
                findings.add(new RemoteControlText(traffic, span, restarted(span, traffic)).finding());
                traffic.explain(new CallsOfOthers(traffic, span).withCopies(), IncidentKind.REMOTE_CONTROL);
            }
        }
        return findings;
    }

    /// The event of a NOTIFY as it is written, shortened; empty without one.
    static String written(HopTransaction notify, TransactionTable table) {
        String event = table.index().message(notify.request()).header("Event").map(String::strip).orElse("");
        return event.length() <= LONGEST_EVENT ? event : event.substring(0, LONGEST_EVENT) + "…";
    }

    /// Its name without parameters, in lower case.
    private static String event(HopTransaction notify, TransactionTable table) {
        String event = written(notify, table);
        int end = event.indexOf(';');
        return (end < 0 ? event : event.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /// Who asked whom of the senders for something that was accepted, in the whole capture.
    private static Set<Long> asked(List<HopTransaction> orders, TransactionTable table) {
        BitSet senders = new BitSet();
        orders.forEach(each -> senders.set(each.source()));
        Set<Long> asked = new HashSet<>();
        for (HopTransaction each : table.all()) {
            boolean isOwn = !each.isWithinDialog() || each.method() == MessageTypes.SUBSCRIBE;
            if (isOwn && senders.get(each.destination()) && each.isAccepted()) {
                asked.add(pair(each.source(), each.destination()));
            }
        }
        return asked;
    }

    /// Which users have subscribed at whom of the senders, by whatever way: a proxy may pass on what
    /// a phone asks, and the answer come directly.
    private static Set<Long> subscribed(List<HopTransaction> orders, TransactionTable table) {
        BitSet senders = new BitSet();
        orders.forEach(each -> senders.set(each.source()));
        Set<Long> subscribed = new HashSet<>();
        for (HopTransaction each : table.all()) {
            if (each.method() == MessageTypes.SUBSCRIBE && senders.get(each.destination()) && each.isAccepted()
                    && each.fromUser() != HopTransaction.NONE) {
                subscribed.add(pair(each.fromUser(), each.destination()));
            }
        }
        return subscribed;
    }

    private static long pair(int from, int to) {
        return ((long) from << Integer.SIZE) | to;
    }

    /// The first registration of each phone that begins again, with another Call-ID than before,
    /// within minutes after an order to it.
    private static List<HopTransaction> restarted(List<HopTransaction> span, Traffic traffic) {
        TransactionTable table = traffic.table();
        BitSet phones = new BitSet();
        new CallsOfOthers(traffic, span).withCopies().forEach(each -> phones.set(each.destination()));
        List<HopTransaction> registers = table.origins()
                .stream()
                .filter(each -> each.method() == MessageTypes.REGISTER && phones.get(each.source()))
                .toList();
        long from = span.getFirst().atNanos();
        List<HopTransaction> restarted = new ArrayList<>();
        for (List<HopTransaction> ofPhone : Groups.parts(HopTransaction::source, registers)) {
            Set<Integer> before = new HashSet<>();
            Optional<HopTransaction> first = Optional.empty();
            for (HopTransaction each : ofPhone) {
                if (each.atNanos() <= from) {
                    before.add(each.dialog());
                } else if (first.isEmpty() && !before.isEmpty() && !before.contains(each.dialog())) {
                    first = Optional.of(each);
                }
            }
            first.filter(each -> each.atNanos() <= span.getLast().atNanos() + RESTART).ifPresent(restarted::add);
        }
        return restarted;
    }
}
