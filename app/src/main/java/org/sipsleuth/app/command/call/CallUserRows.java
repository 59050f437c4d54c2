package org.sipsleuth.app.command.call;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sipsleuth.call.record.CallRecords;
import org.sipsleuth.call.record.UserCalls;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.report.rows.Column;
import org.sipsleuth.report.rows.Listing;
import org.sipsleuth.social.detection.SocialComparison;
import org.sipsleuth.social.detection.SocialFlags;

/// A row per user who called or was called. The names of the columns are a contract.
public final class CallUserRows implements Listing {

    private static final double MILLIS_IN_MINUTE = 60_000;

    private static final List<Column> COLUMNS = List.of(Column.text("user"), Column.number("calls_made"),
            Column.number("calls_received"), Column.number("answered"), Column.number("minutes"),
            Column.number("callees"), Column.number("callers"), Column.bool("flagged"), Column.list("reasons"),
            Column.number("p"), Column.number("svm"), Column.number("svm_limit"));

    private final CallRecords records;
    private final UserCalls calls;
    private final SocialFlags flags;
    private final Map<String, Long> leftOut;
    private final Map<String, SocialComparison.User> compared;

    /// @param flags who is flagged in them
    /// @param leftOut how many calls are not among the records, by the reason
    public CallUserRows(CallRecords records, SocialFlags flags, Map<String, Long> leftOut) {
        this.leftOut = Collections.unmodifiableMap(new LinkedHashMap<>(leftOut));
        this.records = records;
        this.calls = UserCalls.of(records);
        this.flags = flags;
        compared = flags.comparison()
                .stream()
                .flatMap(comparison -> comparison.users().stream())
                .collect(Collectors.toMap(SocialComparison.User::name, user -> user, (one, _) -> one));
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Map<String, Long> leftOut() {
        return leftOut;
    }

    @Override
    public int size() {
        return records.users().size();
    }

    @Override
    public String[] row(int user) {
        int made = 0;
        int answered = 0;
        long millis = 0;
        int[] callees = new int[calls.count(user)];
        int[] callers = new int[calls.count(user)];
        for (int i = 0; i < calls.count(user); i++) {
            int call = calls.call(user, i);
            if (records.caller(call) == user) {
                answered += records.isAnswered(call) ? 1 : 0;
                millis += records.talkMillis(call);
                callees[made++] = records.callee(call);
            } else {
                callers[i - made] = records.caller(call);
            }
        }
        String name = records.users().get(user);
        Optional<Finding> finding = flags.finding(name);
        Optional<SocialComparison.User> its = Optional.ofNullable(compared.get(name));
        return new String[]{
            name,
            Integer.toString(made),
            Integer.toString(calls.count(user) - made),
            Integer.toString(answered),
            String.format(Locale.ROOT, "%.1f", millis / MILLIS_IN_MINUTE),
            Integer.toString(different(callees, made)),
            Integer.toString(different(callers, calls.count(user) - made)),
            Boolean.toString(finding.isPresent()),
            Column.list(finding.map(CallUserRows::reasons).orElse(List.of())),
            decimals(its.map(one -> one.p().value())),
            decimals(its.map(SocialComparison.User::border)),
            decimals(its.map(SocialComparison.User::threshold))};
    }

    private static String decimals(Optional<Double> value) {
        return value.map(each -> String.format(Locale.ROOT, "%.3g", each)).orElse("");
    }

    private static int different(int[] users, int count) {
        Arrays.sort(users, 0, count);
        int different = 0;
        for (int i = 0; i < count; i++) {
            different += i == 0 || users[i] != users[i - 1] ? 1 : 0;
        }
        return different;
    }

    /// The features that stand out most, as the window shows them.
    private static List<String> reasons(Finding finding) {
        return finding.rationale()
                .get()
                .sections()
                .stream()
                .limit(1)
                .flatMap(section -> section.lines().stream())
                .map(line -> line.name().text() + ": " + line.text().text())
                .toList();
    }
}
