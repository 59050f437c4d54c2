package org.sipsleuth.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.dialog.outcome.Cause;
import org.sipsleuth.dialog.outcome.DialogCalls;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.media.fault.CoverageFault;
import org.sipsleuth.media.fault.CoverageFaultKind;
import org.sipsleuth.media.fault.MediaFaults;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.role.Role;
import org.sipsleuth.run.Blocks;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sip.field.NameAddr;
import org.sipsleuth.transaction.CallLegs;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.fault.NetworkReport;

/// Reads what went wrong in each dialog of a capture, by all processors, and groups it by cause.
public final class ProblemReader {

    /// What a server does that does not work, rather than what one of its users does wrong.
    private static final Set<String> OF_SERVERS =
            Set.of("no_response", "no_answer", "register_unanswered", "request_unanswered", "next_hop_silent",
                    "no_final_response", "overload", "service_unavailable", "server_timeout", "server_error");

    private static final Comparator<Problem> MOST_CALLS = Comparator.comparingInt(Problem::calls)
            .reversed()
            .thenComparingLong(Problem::fromNanos)
            .thenComparing(Problem::key);

    /// More servers that took over are not named.
    private static final int MOST_SERVERS = 3;

    /// Of a Call-ID that more calls than these share, the first of each reason is explained: each costs
    /// all messages of the dialog.
    private static final int MOST_OF_A_CALL_ID = 100;

    private final HostRoles roles;
    private final SipIndex index;
    private final ProblemSeverity severity;
    private final DialogCalls calls;
    private final CallLegs legs;
    private final CallCount counted;
    private final IntPredicate isAttack;
    private final FaultSink faults;

    /// @param isAttack whether an attacker began a dialog, whatever address it wrote
    /// @param faults takes those of single dialogs, of which nothing is read
    public ProblemReader(HostRoles roles, IntPredicate isAttack, ProblemSeverity severity, FaultSink faults) {
        this.faults = faults;
        this.roles = roles;
        this.isAttack = isAttack;
        this.severity = severity;
        index = roles.table().index();
        calls = new DialogCalls(roles.table().sight());
        legs = CallLegs.of(roles.table());
        counted = new CallCount(new BitSet(), legs);
    }

    /// The dialogs of a cause, while they are collected.
    private static final class Draft {
        private final List<DialogCause> causes = new ArrayList<>();
        private final List<Integer> dialogs = new ArrayList<>();
        private int added;

        /// What shows it a second time in a dialog shows it there, too.
        void add(int dialog, DialogCause cause) {
            added++;
            if (!dialogs.isEmpty() && dialogs.getLast() == dialog) {
                causes.add(causes.removeLast().with(cause));
            } else {
                causes.add(cause);
                dialogs.add(dialog);
            }
        }
    }

    /// All of the capture. Cost: the messages of its dialogs.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public ProblemList read(RunMonitor monitor) {
        Optional<MediaFaults> media = media(monitor);
        NetworkReport network = NetworkReport.of(roles.table(), monitor);
        DialogFacts facts = new DialogFacts(roles.table());
        IcmpReasons icmp = IcmpReasons.of(index, network.faults());
        Function<DialogFacts, DialogCauses> causesOf = its -> new DialogCauses(its, new FaultParty(index), icmp,
                dialog -> media.filter(each -> each.heardBothWays().contains(dialog)).isPresent());
        Map<Integer, List<DialogCause>> ofMedia = media.map(MediaCauses::of).orElse(Map.of());
        Map<Integer, List<DialogCause>> ofSignalling = ofSignalling(() -> causesOf.apply(facts.another()), monitor);
        Map<String, Draft> drafts = new LinkedHashMap<>();
        Map<Integer, List<DialogCause>> ofDialogs = new HashMap<>();
        List<List<DialogCalls.Call>> ofEach = new ArrayList<>();
        int size = index.dialogs().size();
        for (int dialog = 0; dialog < size; dialog++) {
            List<DialogCause> causes = suffered(
                    dialog, Stream
                            .concat(ofSignalling.getOrDefault(dialog, List.of()).stream(),
                                    ofMedia.getOrDefault(dialog, List.of()).stream())
                            .toList());
            int its = dialog;
            ofEach.add(faults.contain("problems", List.of(), () -> calls.of(its)));
            counted.called().set(dialog, !ofEach.getLast().isEmpty());
            if (!causes.isEmpty()) {
                ofDialogs.put(dialog, causes);
            }
            for (DialogCause cause : causes) {
                drafts.computeIfAbsent(cause.key(), _ -> new Draft()).add(dialog, cause);
            }
        }
        long calledOnce = IntStream.range(0, size)
                .filter(dialog -> legs.origin(dialog) == dialog && !isOfAttacker(dialog))
                .mapToLong(dialog -> ofEach.get(dialog).size())
                .sum();
        List<Problem> ofNetwork =
                new NetworkProblems(index, severity, ofDialogs, counted, dialog -> isUndecided(ofEach.get(dialog)))
                        .of(network, calledOnce);
        CallOutcomes all = outcomes(facts, ofEach, ofDialogs, ofNetwork);
        List<Problem> problems = Stream.concat(
                drafts.values()
                        .stream()
                        .map(draft -> problem(draft, counted.of(draft.dialogs), calledOnce, network.takenOver())),
                ofNetwork.stream()).sorted(MOST_CALLS).toList();
        return new ProblemList(problems, unanswered(causesOf.apply(facts), ofEach, all), all, ofDialogs,
                keys(ofNetwork), limits(media, network, problems.stream().anyMatch(Problem::isFailure)));
    }

    /// One processor's share of the dialogs.
    private static final class Share implements Blocks.Work {

        private final DialogCauses reader;
        private final Map<Integer, List<DialogCause>> found = new HashMap<>();

        Share(DialogCauses reader) {
            this.reader = reader;
        }

        @Override
        public void piece(int dialog) {
            List<DialogCause> causes = reader.of(dialog);
            if (!causes.isEmpty()) {
                found.put(dialog, causes);
            }
        }
    }

    /// What went wrong in the signalling of dialogs, by dialog.
    private Map<Integer, List<DialogCause>> ofSignalling(Supplier<DialogCauses> reader, RunMonitor monitor) {
        Map<Integer, List<DialogCause>> all = new HashMap<>();
        Blocks.run(index.dialogs().size(), ProblemTexts.TEXTS.text("progress"), () -> new Share(reader.get()), monitor,
                faults).forEach(share -> all.putAll(share.found));
        return all;
    }

    /// A row for each reason for which nobody took calls; each call is in one, as the classes count it.
    private List<Problem> unanswered(DialogCauses reader, List<List<DialogCalls.Call>> ofEach, CallOutcomes all) {
        Map<String, Draft> drafts = new LinkedHashMap<>();
        Iterator<CallOutcomes.Call> classified = all.each().iterator();
        for (int dialog = 0; dialog < ofEach.size(); dialog++) {
            int number = dialog;
            boolean isLong = ofEach.get(dialog).size() > MOST_OF_A_CALL_ID;
            Map<Object, DialogCause> known = new HashMap<>();
            for (DialogCalls.Call call : ofEach.get(dialog)) {
                if (classified.next().ofClass().isUnanswered()) {
                    DialogOutcome outcome = call.outcome();
                    DialogCause cause =
                            known.computeIfAbsent(isLong ? outcome.cause() + " " + outcome.status() : outcome,
                                    _ -> reader.ofUnanswered(number, outcome));
                    drafts.computeIfAbsent(cause.key(), _ -> new Draft()).add(dialog, cause);
                }
            }
        }
        return drafts.values()
                .stream()
                .map(draft -> problem(draft, draft.added, all.all(), Map.of()))
                .sorted(MOST_CALLS)
                .toList();
    }

    private static boolean isUndecided(List<DialogCalls.Call> its) {
        return !its.isEmpty() && CallClass.of(its.getLast().outcome(), false) == CallClass.UNDECIDED;
    }

    /// A call is troubled by what went wrong in it, and by what the network did to it.
    private CallOutcomes outcomes(DialogFacts facts, List<List<DialogCalls.Call>> ofEach,
            Map<Integer, List<DialogCause>> causes, List<Problem> ofNetwork) {
        Set<Integer> troubled = new HashSet<>();
        ofNetwork.stream().filter(Problem::isFailure).forEach(each -> troubled.addAll(each.dialogs()));
        causes.forEach((dialog, its) -> {
            if (its.stream().anyMatch(DialogCause::isFailure)) {
                troubled.add(ofEach.get(dialog).isEmpty() ? legs.origin(dialog) : dialog);
            }
        });
        List<CallOutcomes.Call> all = new ArrayList<>();
        for (int dialog = 0; dialog < ofEach.size(); dialog++) {
            all.addAll(classified(facts, dialog, ofEach.get(dialog), troubled.contains(dialog)));
        }
        return CallOutcomes.of(all);
    }

    private static Map<Integer, List<String>> keys(List<Problem> ofNetwork) {
        Map<Integer, List<String>> keys = new HashMap<>();
        for (Problem each : ofNetwork) {
            each.dialogs().forEach(dialog -> keys.computeIfAbsent(dialog, _ -> new ArrayList<>(1)).add(each.key()));
        }
        return keys;
    }

    /// While a capture grows, its media is not read again and again.
    private Optional<MediaFaults> media(RunMonitor monitor) {
        if (index.dialogs().isGrowing()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MediaFaults.of(index, monitor));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// What the capture does not let conclude. That no media was captured is usual, and so is that calls
    /// go on beyond the capture: that matters where something failed.
    private static List<Sentence> limits(Optional<MediaFaults> media, NetworkReport network, boolean hasFailures) {
        Stream<String> ofMedia = media.stream()
                .flatMap(its -> its.ofCapture().stream())
                .filter(each -> each.kind() != CoverageFaultKind.MEDIA_NOT_CAPTURED)
                .map(CoverageFault::text);
        Stream<String> ofNetwork = network.limits()
                .stream()
                .flatMap(each -> Stream.concat(each.text().stream(),
                        hasFailures ? each.edges().stream() : Stream.empty()));
        return Stream.concat(ofNetwork, ofMedia).distinct().map(Sentence::english).toList();
    }

    /// What is known of a Call-ID is known of its last call. Whether a call got a response that was most
    /// likely not captured is not known.
    private List<CallOutcomes.Call> classified(DialogFacts facts, int dialog, List<DialogCalls.Call> its,
            boolean isTroubled) {
        List<CallOutcomes.Call> classified = new ArrayList<>();
        for (int i = 0; i < its.size(); i++) {
            boolean isLast = i == its.size() - 1;
            DialogOutcome outcome = its.get(i).outcome();
            boolean isUnheard = outcome.cause() == Cause.NO_RESPONSE && facts.outcome(dialog).isEmpty();
            classified.add(new CallOutcomes.Call(dialog, its.get(i).atNanos(),
                    isOfAttacker(dialog) ? CallClass.ATTACKER
                            : isUnheard ? CallClass.UNDECIDED
                            : CallClass.of(outcome, isTroubled && isLast),
                    outcome.outcome().isAnswered()));
        }
        return classified;
    }

    /// @param called how many calls it has
    private Problem problem(Draft draft, int called, long all, Map<Integer, String> takenOver) {
        DialogTable table = index.dialogs();
        DialogCause first = draft.causes.getFirst();
        Set<String> users = users(draft, new HashSet<>(draft.dialogs));
        long to = Long.MIN_VALUE;
        long from = Long.MAX_VALUE;
        for (int dialog : draft.dialogs) {
            from = Math.min(from, table.startNanos(dialog));
            to = Math.max(to, table.startNanos(dialog) + table.durationNanos(dialog));
        }
        List<Sentence> explanations = draft.causes.stream().map(DialogCause::explanation).toList();
        Sentence explanation = Explanations.of(explanations);
        boolean isSame = explanation.equals(explanations.getFirst());
        Optional<DialogCause> failure = draft.causes.stream().filter(DialogCause::isFailure).findFirst();
        boolean isFailure = failure.isPresent();
        return new Problem(first.kind(), first.key(), isFailure ? severity(draft, all, takenOver) : Severity.INFO,
                new Sentence.Capital(first.title()),
                Sentence.paragraph(explanation, takenOver(draft.dialogs, takenOver)),
                isSame ? List.of(explanation) : explanations, failure.orElse(first).advice(), first.source(),
                draft.dialogs, called, isFailure, List.copyOf(users), from, to, evidence(draft, users),
                draft.causes.stream().flatMap(each -> each.frames().stream()).distinct().toList());
    }

    /// Who called or registered in some of its dialogs.
    private Set<String> users(Draft draft, Collection<Integer> some) {
        Set<String> users = new LinkedHashSet<>();
        for (int i = 0; i < draft.dialogs.size(); i++) {
            if (some.contains(draft.dialogs.get(i))) {
                users.addAll(users(draft.dialogs.get(i), draft.causes.get(i)));
            }
        }
        return users;
    }

    /// The caller of a dialog; of one that registers several accounts, those that the messages name.
    private Set<String> users(int dialog, DialogCause cause) {
        Set<String> users = new LinkedHashSet<>();
        int first = fromUser(index.dialogs().firstMessage(dialog));
        if (cause.messages().stream().anyMatch(each -> isRegister(each) && fromUser(each) != first)) {
            cause.messages()
                    .stream()
                    .filter(this::isRegister)
                    .flatMap(each -> index.message(each).from().stream())
                    .map(NameAddr::uri)
                    .forEach(users::add);
        }
        return users.isEmpty() ? Set.of(index.dialogs().caller(dialog)) : users;
    }

    private int fromUser(int message) {
        int place = roles.table().transactionOf(message);
        return place < 0 ? HopTransaction.NONE : roles.table().all().get(place).fromUser();
    }

    private boolean isRegister(int message) {
        int place = roles.table().transactionOf(message);
        return place >= 0 && roles.table().all().get(place).method() == MessageTypes.REGISTER;
    }

    /// By the dialogs whose calls no other server took; low if another one took all of them.
    private Severity severity(Draft draft, long all, Map<Integer, String> takenOver) {
        Set<Integer> lost = new LinkedHashSet<>();
        for (int i = 0; i < draft.dialogs.size(); i++) {
            if (draft.causes.get(i).isFailure() && !takenOver.containsKey(draft.dialogs.get(i))) {
                lost.add(draft.dialogs.get(i));
            }
        }
        return lost.isEmpty() ? Severity.LOW
                : severity.of(
                        new ProblemSeverity.Extent(counted.dialogs(lost), counted.of(lost), users(draft, lost).size(),
                                OF_SERVERS.contains(draft.causes.getFirst().kind()) && isOfServer(lost)),
                        all);
    }

    private static Sentence takenOver(List<Integer> dialogs, Map<Integer, String> takenOver) {
        List<String> servers = dialogs.stream().filter(takenOver::containsKey).map(takenOver::get).toList();
        return servers.isEmpty() ? Sentence.none()
                : ProblemTexts.TEXTS.sentence("explanation.taken", Sentence.count(servers.size()),
                        Sentence.count(dialogs.size()),
                        Sentence.hosts(servers.stream().distinct().limit(MOST_SERVERS).toList()));
    }

    /// Where no message shows it, all of the dialogs do.
    private Evidence evidence(Draft draft, Set<String> users) {
        int[] messages =
                draft.causes.stream().flatMap(each -> each.messages().stream()).mapToInt(Integer::intValue).toArray();
        return messages.length > 0 ? Evidence.ofMessages(messages, List.copyOf(users))
                : Evidence.ofDialogs(draft.dialogs.stream().mapToInt(Integer::intValue).toArray(), List.copyOf(users));
    }

    /// Nobody suffers from what a scanner, or who attacked before, does not get.
    private List<DialogCause> suffered(int dialog, List<DialogCause> causes) {
        return !causes.isEmpty() && isOfAttacker(dialog) ? causes.stream().map(DialogCause::ofAttacker).toList()
                : causes;
    }

    /// Whether a scanner, who attacked before, or an attack under whatever address began a dialog or
    /// the call that it is a leg of.
    private boolean isOfAttacker(int dialog) {
        int host = roles.table().source(index.dialogs().firstMessage(legs.origin(dialog)));
        return roles.role(host) == Role.SCANNER || roles.isIntruder(host) || isAttack.test(legs.origin(dialog));
    }

    /// Whether all dialogs ask one trunk or registrar.
    private boolean isOfServer(Set<Integer> dialogs) {
        return dialogs.stream().allMatch(this::isOfServer) && dialogs.stream()
                .map(index.dialogs()::firstMessage)
                .map(index.messages()::destination)
                .map(place -> index.messages().endpoint(place).host())
                .distinct()
                .limit(2)
                .count() == 1;
    }

    /// Whether a trunk or a registrar is asked.
    private boolean isOfServer(int dialog) {
        int first = index.dialogs().firstMessage(dialog);
        if (index.messages().type(first) == MessageTypes.REGISTER) { // to whom users register is one, even if it is silent
            return true;
        }
        Role role = roles.role(roles.table().destination(first));
        return role == Role.TRUNK || role == Role.REGISTRAR;
    }
}
