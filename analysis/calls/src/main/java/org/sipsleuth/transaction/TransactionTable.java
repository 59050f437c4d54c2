package org.sipsleuth.transaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.FingerprintSet;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.column.NamePool;
import org.sipsleuth.dialog.coverage.Coverages;
import org.sipsleuth.dialog.sight.Hosts;
import org.sipsleuth.dialog.sight.Sight;
import org.sipsleuth.fingerprint.Fingerprint;
import org.sipsleuth.fingerprint.FingerprintReader;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.run.RunMonitor;

/// All transactions of a capture on all hops, in the order of time, with the calls they make.
/// Immutable.
public final class TransactionTable {

    private static final String STAGE = "Reading transactions";

    /// After so many messages the monitor is asked.
    private static final int PAUSE_MASK = (1 << 16) - 1;

    private static final double LEAST_ANSWERED = 0.2;
    private static final int FEW = 5;

    private final SipIndex index;
    private final Sight sight;
    private final Hosts hosts;
    private final Parties parties;
    private final List<HopTransaction> all;
    private final List<HopTransaction> origins;
    private final List<Call> calls;
    private final List<StrayResponse> strays;
    private final NamePool users = new NamePool();
    private final NamePool fingerprints = new NamePool();

    /// The transaction of each message, -1 for ACKs and strays.
    private final int[] ofMessages;

    private final Visibility visibility;

    /// What is seen in each coverage, in their order.
    private final List<Visibility> visibilities;

    private final long firstNanos;
    private final long lastNanos;

    private final Object deriving = new Object();
    private @Nullable Continuations continuations;

    private TransactionTable(SipIndex index, RunMonitor monitor) {
        this.index = index;
        sight = new Sight(index);
        hosts = new Hosts(index.messages());
        int dialogs = index.dialogs().size();
        parties = new Parties(dialogs);
        HopFinder finder = new HopFinder(index, hosts, parties);
        long first = Long.MAX_VALUE;
        long last = 0;
        for (int message = 0; message < index.messages().size(); message++) {
            if ((message & PAUSE_MASK) == 0) {
                monitor.throwIfCancelled();
            }
            finder.add(message);
            long nanos = index.messages().capturedAtNanos(message);
            first = Math.min(first, nanos);
            last = Math.max(last, nanos);
        }
        finder.complete();
        firstNanos = index.messages().size() == 0 ? 0 : first;
        lastNanos = last;
        List<HopTransaction> found = finder.transactions();
        found.sort(Comparator.comparingLong(HopTransaction::atNanos)); // almost is already
        readTexts(found, monitor);
        all = Collections.unmodifiableList(found);
        ofMessages = numbered(finder.requests(), all);
        origins = all.stream().filter(each -> !each.isCopy()).toList();
        calls = new CallFinder(sight, all).calls(all);
        strays = Collections.unmodifiableList(finder.strays());
        visibility = seen(all);
        visibilities = seenByCoverage();
    }

    /// Reads the transactions of a capture. Cost: all messages; the text of requests and of
    /// challenges is parsed, by all processors. A caller that asks for the same index while
    /// somebody has its table gets that one.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static TransactionTable of(SipIndex index, RunMonitor monitor) {
        return SharedTable.of(index).get(() -> new TransactionTable(index, monitor), monitor);
    }

    /// Replaces requests by the rows of their transactions.
    private static int[] numbered(int[] requests, List<HopTransaction> transactions) {
        int[] rows = new int[requests.length];
        for (int row = 0; row < transactions.size(); row++) {
            rows[transactions.get(row).request] = row;
        }
        for (int message = 0; message < requests.length; message++) {
            requests[message] = requests[message] < 0 ? HopTransaction.NONE : rows[requests[message]];
        }
        return requests;
    }

    private void readTexts(List<HopTransaction> found, RunMonitor monitor) {
        byte[] readBy = new byte[found.size()];
        List<RequestReader> made = new ArrayList<>();
        List<RequestReader> readers = Blocks.run(found.size(), STAGE, () -> {
            RequestReader reader = new RequestReader(index, found, readBy, made.size());
            made.add(reader);
            return reader;
        }, monitor);
        List<int[]> userNumbers = new ArrayList<>();
        List<int[]> fingerprintNumbers = new ArrayList<>();
        for (RequestReader each : readers) {
            userNumbers.add(unknown(each.users));
            fingerprintNumbers.add(unknown(each.fingerprints));
        }
        for (int row = 0; row < found.size(); row++) { // so the numbers do not depend on threads
            HopTransaction hop = found.get(row);
            int by = readBy[row] & 0xff;
            RequestReader reader = readers.get(by);
            int[] known = userNumbers.get(by);
            hop.fromUser = renumber(hop.fromUser, known, reader.users, users);
            hop.toUser = renumber(hop.toUser, known, reader.users, users);
            hop.requestUser = renumber(hop.requestUser, known, reader.users, users);
            hop.credentials = renumber(hop.credentials, known, reader.users, users);
            hop.fingerprint = renumber(hop.fingerprint, fingerprintNumbers.get(by), reader.fingerprints, fingerprints);
        }
    }

    private static int[] unknown(NamePool names) {
        int[] numbers = new int[names.size()];
        Arrays.fill(numbers, HopTransaction.NONE);
        return numbers;
    }

    private static int renumber(int own, int[] known, NamePool from, NamePool to) {
        if (own < 0) {
            return own;
        }
        if (known[own] < 0) {
            byte[] name = from.name(own).getBytes(StandardCharsets.UTF_8);
            known[own] = to.intern(name, 0, name.length);
        }
        return known[own];
    }

    private List<Visibility> seenByCoverage() {
        Coverages coverages = index.dialogs().coverages();
        if (coverages.all().size() < 2) {
            return List.of(visibility);
        }
        List<List<HopTransaction>> some = new ArrayList<>();
        coverages.all().forEach(_ -> some.add(new ArrayList<>()));
        all.forEach(each -> some.get(coverages.number(index.messages().file(each.request))).add(each));
        return some.stream().map(this::seen).toList();
    }

    private Visibility seen(List<HopTransaction> some) {
        long asked = 0;
        long answered = 0;
        long evident = 0;
        long evidentAnswered = 0;
        boolean hasCredentials = false;
        FingerprintSet ending = new FingerprintSet();
        org.sipsleuth.dialog.column.Fingerprint which = new org.sipsleuth.dialog.column.Fingerprint();
        for (HopTransaction each : some) {
            if (each.method == MessageTypes.BYE) {
                ending.add(which.begin().add(each.dialog).add(each.source).end());
            }
        }
        int ended = 0;
        int acknowledged = 0;
        for (HopTransaction each : some) {
            if (each.isCopy()) {
                continue;
            }
            asked++;
            hasCredentials |= each.hasCredentials();
            boolean isEvident = each.hasCredentials() || each.isWithinDialog() || each.isAcknowledged();
            answered += each.isAnswered() ? 1 : 0;
            evident += isEvident ? 1 : 0;
            evidentAnswered += isEvident && each.isAnswered() ? 1 : 0;
            if (each.method == MessageTypes.INVITE && each.isAccepted()
                    && ending.contains(which.begin().add(each.dialog).add(each.source).end())) {
                ended++;
                acknowledged += each.isAcknowledged() ? 1 : 0;
            }
        }
        return new Visibility(
                answered >= LEAST_ANSWERED * asked || (evident >= FEW && evidentAnswered >= LEAST_ANSWERED * evident),
                ended < FEW || acknowledged * 2 >= ended, hasCredentials);
    }

    /// The capture.
    public SipIndex index() {
        return index;
    }

    /// What the capture can see.
    public Sight sight() {
        return sight;
    }

    /// All of them, in the order of time, then of the messages.
    public List<HopTransaction> all() {
        return all;
    }

    /// The transaction of a message, as a place in [#all]: of a request, a retransmission, or a
    /// response; -1 for ACKs ([HopTransaction#ack] has them) and for stray responses.
    public int transactionOf(int message) {
        return ofMessages[message];
    }

    /// Those that began here: no copies.
    public List<HopTransaction> origins() {
        return origins;
    }

    /// The calls, in the order of time.
    public List<Call> calls() {
        return calls;
    }

    /// Which requests came to something; found once.
    public Continuations continuations() {
        synchronized (deriving) {
            if (continuations == null) {
                continuations = new Continuations(this);
            }
            return continuations;
        }
    }

    /// The responses that answer no request of the capture, in the order of the messages.
    public List<StrayResponse> strayResponses() {
        return strays;
    }

    /// What the places of the captures let see, taken together.
    public Visibility visibility() {
        return visibility;
    }

    /// What the place lets see where a request was captured, whatever was captured elsewhere.
    public Visibility visibility(HopTransaction hop) {
        return visibility(hop.request);
    }

    /// What the place lets see where a message was captured, whatever was captured elsewhere.
    public Visibility visibility(int message) {
        return visibilityOf(index.messages().file(message));
    }

    /// What the place of a file lets see.
    public Visibility visibilityOf(int file) {
        return visibilities.size() == 1 ? visibilities.getFirst()
                : visibilities.get(index.dialogs().coverages().number(file));
    }

    /// The address of a host.
    public String host(int number) {
        return hosts.address(number);
    }

    /// How many hosts there are; they are numbered from 0, in the order of the messages.
    public int hostCount() {
        return hosts.size();
    }

    /// The number of a host, or -1.
    public int findHost(String address) {
        return hosts.find(address);
    }

    /// The host that sent a message; of a response, the one that answers.
    public int source(int message) {
        return hosts.source(message);
    }

    /// The host that a message was sent to.
    public int destination(int message) {
        return hosts.destination(message);
    }

    /// A user part; empty for [HopTransaction#NONE].
    public String user(int number) {
        return number == HopTransaction.NONE ? "" : users.name(number);
    }

    /// How many user parts there are; they are numbered from 0.
    public int userCount() {
        return users.size();
    }

    /// The number of a user part, or [HopTransaction#NONE].
    public int findUser(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return users.find(bytes, 0, bytes.length);
    }

    /// How a request is written.
    public Fingerprint fingerprint(int number) {
        return FingerprintReader.decode(fingerprints.name(number));
    }

    /// How many ways of writing there are; they are numbered from 0.
    public int fingerprintCount() {
        return fingerprints.size();
    }

    /// Whether a host took part in a dialog otherwise than by BYE or CANCEL.
    public boolean isParty(int dialog, int host) {
        return parties.contains(dialog, host);
    }

    /// Until when the clocks of a transaction run, in ns since the epoch: to the end of the
    /// coverage that its messages were captured in.
    public long endNanos(HopTransaction hop) {
        return index.dialogs().clockEndNanos(hop.dialog());
    }

    /// The same of a call, which lasts at least so long if it was not ended.
    public long endNanos(Call call) {
        return endNanos(call.first());
    }

    /// How long the capture went on after a request, in ns.
    public long untilEndNanos(HopTransaction hop) {
        return endNanos(hop) - hop.atNanos();
    }

    /// How long the capture had gone on before a request, in ns.
    public long sinceBeginNanos(HopTransaction hop) {
        return hop.atNanos() - index.dialogs().coverage(hop.request()).fromNanos();
    }

    /// How long they talked in a call, in ns; one without a captured BYE until the end of its
    /// coverage.
    public long talkNanos(Call call) {
        return call.talkNanos(endNanos(call));
    }

    /// The time of the first message, in ns since the epoch; 0 without messages.
    public long firstNanos() {
        return firstNanos;
    }

    /// The time of the last message, in ns since the epoch; 0 without messages.
    public long lastNanos() {
        return lastNanos;
    }
}
