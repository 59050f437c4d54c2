package org.sipsleuth.change;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.field.DialogField;
import org.sipsleuth.dialog.field.FieldReader;
import org.sipsleuth.number.DialledNumbers;
import org.sipsleuth.number.DialledNumbers.Destination;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The dialogs of a capture, grouped by each aspect.
final class CaptureGroups {

    private static final int DIALOGS_A_STEP = 1 << 12;
    private static final int NONE = -1;
    private static final String STAGE = "Comparing captures";

    private final int size;
    private final RunMonitor monitor;
    private final Map<Aspect, Map<String, int[]>> groups = new EnumMap<>(Aspect.class);

    private CaptureGroups(TransactionTable table, AskedServers servers, DialledNumbers numbers, RunMonitor monitor) {
        SipIndex index = table.index();
        this.size = index.dialogs().size();
        this.monitor = monitor;
        DialogTable dialogs = index.dialogs();
        int[] fingerprints = filled(size);
        int[] users = filled(size);
        for (HopTransaction each : table.origins()) {
            if (users[each.dialog()] < 0) {
                users[each.dialog()] = each.fromUser();
            }
            if (fingerprints[each.dialog()] < 0 && !AskedServers.isPassedOn(table, each)) { // proxies add fields
                fingerprints[each.dialog()] = each.fingerprint();
            }
        }
        int[] callees = filled(size);
        for (Call call : table.calls()) {
            callees[call.first().dialog()] = call.callee();
        }
        FieldReader fields = new FieldReader(index);
        groups.put(Aspect.SEQUENCES, new HopSequences(HopUnits.of(table, monitor), servers).dialogs(monitor));
        group(Aspect.USERS, its -> users[its], its -> table.user(users[its]));
        group(Aspect.DEVICES, its -> device(dialogs.userAgentNumber(its), fingerprints[its]),
                its -> dialogs.userAgentNumber(its) >= 0 ? dialogs.userAgent(its)
                        : table.fingerprint(fingerprints[its]).describe());
        group(Aspect.DESTINATIONS, its -> callees[its], its -> place(table.user(callees[its]), numbers));
        group(Aspect.ANSWERS, its -> status(fields, its), its -> Integer.toString(status(fields, its)));
        group(Aspect.GRAMMAR, its -> fingerprints[its], its -> table.fingerprint(fingerprints[its]).headerOrder());
    }

    /// Those of a capture. Cost: its transactions, and a look-up for each number that was dialled.
    ///
    /// @param servers by what all compared captures show
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static CaptureGroups of(TransactionTable table, AskedServers servers, DialledNumbers numbers, RunMonitor monitor) {
        return new CaptureGroups(table, servers, numbers, monitor);
    }

    private static int[] filled(int size) {
        int[] numbers = new int[size];
        Arrays.fill(numbers, NONE);
        return numbers;
    }

    /// Agents and ways of writing have numbers of their own.
    private static int device(int agent, int fingerprint) {
        return agent >= 0 ? 2 * agent : fingerprint >= 0 ? 2 * fingerprint + 1 : NONE;
    }

    private static int status(FieldReader fields, int dialog) {
        long status = fields.number(DialogField.FINAL_STATUS, dialog);
        return status == FieldReader.ABSENT ? NONE : (int) status;
    }

    /// The country and kind of an external number; a user of the network itself as it is dialled.
    private static String place(String dialled, DialledNumbers numbers) {
        if (!DialledNumbers.isExternal(dialled)) {
            return dialled;
        }
        Destination its = numbers.destination(dialled);
        String country = its.country().isEmpty() ? its.prefix() : its.country() + " " + its.prefix();
        return its.kind() == DialledNumbers.Kind.INTERNATIONAL ? country
                : country + " (" + its.kind().name().toLowerCase(Locale.ROOT) + ")";
    }

    /// Groups the dialogs.
    ///
    /// @param key a number that dialogs of a group share; below 0 for those of none
    /// @param name of the group of a dialog, made once for each key; empty for none
    private void group(Aspect aspect, IntUnaryOperator key, IntFunction<String> name) {
        long[] ordered = new long[size]; // the key in the upper half
        int count = 0;
        for (int dialog = 0; dialog < size; dialog++) {
            if (dialog % DIALOGS_A_STEP == 0) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress(STAGE, dialog, size));
            }
            int its = key.applyAsInt(dialog);
            if (its >= 0) {
                ordered[count++] = ((long) its << 32) | dialog;
            }
        }
        Arrays.sort(ordered, 0, count);
        Map<String, int[]> byName = new TreeMap<>();
        for (int from = 0; from < count;) {
            int to = from + 1;
            while (to < count && ordered[to] >>> 32 == ordered[from] >>> 32) {
                to++;
            }
            int[] dialogs = Arrays.stream(ordered, from, to).mapToInt(each -> (int) each).toArray();
            String its = name.apply(dialogs[0]);
            if (!its.isEmpty()) {
                byName.merge(its, dialogs, CaptureGroups::joined);
            }
            from = to;
        }
        groups.put(aspect, byName);
    }

    private static int[] joined(int[] some, int[] others) {
        return IntStream.concat(IntStream.of(some), IntStream.of(others)).sorted().toArray();
    }

    /// How many dialogs there are.
    int dialogs() {
        return size;
    }

    /// The dialogs of each group by its name, in order.
    Map<String, int[]> of(Aspect aspect) {
        return groups.getOrDefault(aspect, Map.of());
    }
}
