package org.sipsleuth.sequence.unknown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sequence.novelty.Calibration;
import org.sipsleuth.sequence.novelty.Deviation;
import org.sipsleuth.sequence.novelty.HopNovelty;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.sequence.novelty.Step;
import org.sipsleuth.sequence.novelty.TransactionWord;
import org.sipsleuth.sequence.novelty.Transition;

/// The dialogs of one network of a capture that are unknown per hop for the same reason: the same
/// transaction, or the same order of two transactions. How rare they are is judged in their network
/// ([org.sipsleuth.dialog.coverage.Coverage]), whatever else was captured. Immutable.
public final class NoveltyGroup {

    private static final int DIALOGS_A_STEP = 1 << 12;

    /// So small a share of the senders or the dialogs is rare.
    private static final double RARE = 0.05;

    private static final Pattern STATUS = Pattern.compile("\\b([1-6])\\d\\d\\b");

    private final HopNovelty novelty;
    private final int unit;
    private final int[] dialogs;
    private final int allDialogs;
    private final List<String> senders;
    private final int allSenders;
    private final Suspicion suspicion;

    private NoveltyGroup(HopNovelty novelty, List<Integer> dialogs, int allDialogs, int allSenders) {
        this.novelty = novelty;
        this.unit = novelty.worstUnit(dialogs.getFirst());
        this.dialogs = dialogs.stream().mapToInt(each -> each).toArray();
        this.allDialogs = allDialogs;
        this.allSenders = allSenders;
        HopUnits units = novelty.units();
        TreeSet<Integer> hosts = new TreeSet<>();
        for (int dialog : dialogs) {
            hosts.add(units.table().source(units.message(novelty.worstUnit(dialog))));
        }
        this.senders = hosts.stream().map(units.table()::host).toList();
        this.suspicion = new Suspicion(step().bits(), deviation().isPresent(), bits(hosts.size(), allSenders),
                Math.max(0, -log2(pValue().orElse(1))), false);
    }

    private static double bits(int some, int all) {
        return log2((double) all / some);
    }

    private static double log2(double number) {
        return StrictMath.log(number) / StrictMath.log(2);
    }

    /// The groups of a capture, those that ask most to be looked at first; of equal ones the
    /// earlier.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public static List<NoveltyGroup> allOf(HopNovelty novelty, RunMonitor monitor) {
        HopUnits units = novelty.units();
        DialogTable table = units.index().dialogs();
        List<Map<String, List<Integer>>> members = new ArrayList<>();
        int[] allDialogs = new int[table.coverages().all().size()];
        for (int network = 0; network < allDialogs.length; network++) {
            members.add(new LinkedHashMap<>());
        }
        for (int dialog = 0; dialog < table.size(); dialog++) {
            if (dialog % DIALOGS_A_STEP == 0) {
                monitor.throwIfCancelled();
            }
            int network = table.coverageOf(dialog);
            allDialogs[network]++;
            if (novelty.isUnknown(dialog)) {
                members.get(network)
                        .computeIfAbsent(key(novelty, novelty.worstUnit(dialog)), _ -> new ArrayList<>())
                        .add(dialog);
            }
        }
        int[] senders = senders(units, allDialogs.length);
        List<NoveltyGroup> groups = new ArrayList<>();
        for (int network = 0; network < allDialogs.length; network++) {
            for (List<Integer> dialogs : members.get(network).values()) {
                groups.add(new NoveltyGroup(novelty, dialogs, allDialogs[network], senders[network]));
            }
        }
        groups.sort(Comparator.comparingDouble((NoveltyGroup each) -> each.suspicion.bits())
                .reversed()
                .thenComparingInt(each -> each.dialogs[0]));
        return groups;
    }

    /// How many addresses send transactions in each network.
    private static int[] senders(HopUnits units, int networks) {
        List<BitSet> hosts = Stream.generate(BitSet::new).limit(networks).toList();
        for (int unit = 0; unit < units.size(); unit++) {
            int network = units.index().dialogs().coverageOf(units.dialog(unit));
            hosts.get(network).set(units.table().source(units.message(unit)));
        }
        return hosts.stream().mapToInt(BitSet::cardinality).toArray();
    }

    private static String key(HopNovelty novelty, int unit) {
        HopUnits units = novelty.units();
        return novelty.step(unit).isTransaction() ? units.transitions().get(units.transition(unit)).text()
                : units.words().get(units.word(unit)).text();
    }

    /// What the dialogs share: `INVITE 100 486`, or `INVITE/486 → BYE/200`.
    public String name() {
        return key(novelty, unit);
    }

    /// The step that was never seen, in a fixed form: `BYE/200 after INVITE/486`, `end after 486 to
    /// INVITE`. Several transactions can have it.
    public String stepKey() {
        return step().key();
    }

    /// The same for steps that differ in details only: the departure from RFC 3261 that they are, or
    /// the step with the class of its status codes, `BYE/2xx after INVITE/4xx`.
    public String stepFamily() {
        return deviation().map(Deviation::word).orElseGet(() -> STATUS.matcher(stepKey()).replaceAll("$1xx"));
    }

    /// How new the capture is.
    public HopNovelty novelty() {
        return novelty;
    }

    /// The capture.
    public SipIndex index() {
        return novelty.units().index();
    }

    /// The step that was never seen in training.
    public Step step() {
        return novelty.step(unit);
    }

    /// The step that is newest to the network of the own baseline alone, in the same transaction.
    Step ownStep() {
        return novelty.own().step(unit);
    }

    /// The transaction that has it, in the first dialog.
    public TransactionWord word() {
        return novelty.units().words().get(novelty.units().word(unit));
    }

    /// The transaction after those before it, in the first dialog.
    public Transition transition() {
        return novelty.units().transitions().get(novelty.units().transition(unit));
    }

    /// How its order departs from RFC 3261, if it does.
    public Optional<Deviation> deviation() {
        Optional<Deviation> ofOrder = step().isTransaction() ? Deviation.of(transition()) : Optional.empty();
        return ofOrder.or(() -> Deviation.of(word()));
    }

    /// The same in a sentence; says nothing if it does not.
    public Sentence departure() {
        return deviation().map(NoveltyText::deviation).orElse(Sentence.none());
    }

    /// The dialogs, in order.
    public int[] dialogs() {
        return dialogs.clone();
    }

    /// How many dialogs there are.
    public int count() {
        return dialogs.length;
    }

    /// The addresses that send these transactions.
    public List<String> senders() {
        return senders;
    }

    /// How many addresses send transactions in their network.
    public int allSenders() {
        return allSenders;
    }

    /// Whether few senders, or few dialogs, of their network have it.
    public boolean isRare() {
        return senders.size() <= RARE * allSenders || dialogs.length <= RARE * allDialogs;
    }

    /// How much it asks to be looked at.
    public Suspicion suspicion() {
        return suspicion;
    }

    /// How much it asks to be looked at beside what else was found.
    ///
    /// @param incidents the findings of the capture's incidents
    public Suspicion suspicion(Collection<Finding> incidents) {
        boolean isOfIncident = incidents.stream()
                .map(each -> each.evidence().dialogs(index()))
                .anyMatch(its -> Arrays.stream(dialogs).anyMatch(dialog -> Arrays.binarySearch(its, dialog) >= 0));
        return suspicion.with(isOfIncident);
    }

    /// The conformal p-value among held-out dialogs of the baseline, in (0, 1], of its surprise to
    /// the network of the own baseline alone; small is anomalous. Empty where the model has no
    /// calibration; then only the rarity within the capture says how unusual it is.
    public OptionalDouble pValue() {
        Optional<Calibration> calibration = novelty.model().calibration();
        return calibration.isPresent() ? OptionalDouble.of(calibration.get().pValue(novelty.own().bits(dialogs[0])))
                : OptionalDouble.empty();
    }

    /// When the first of the dialogs began, in ns since the epoch.
    public long firstNanos() {
        return Arrays.stream(dialogs).mapToLong(index().dialogs()::startNanos).min().orElse(0);
    }

    /// When the last message of any of them came, in ns since the epoch.
    public long lastNanos() {
        return Arrays.stream(dialogs)
                .mapToLong(each -> index().dialogs().startNanos(each) + index().dialogs().durationNanos(each))
                .max()
                .orElse(0);
    }
}
