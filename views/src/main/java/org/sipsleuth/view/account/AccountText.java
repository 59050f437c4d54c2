package org.sipsleuth.view.account;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.view.ui.chart.DataTable;

/// Writes the account for the clipboard.
final class AccountText {

    private static final String CSV_HEADER = "file,what,reason,count,example_frames\r\n";

    private AccountText() {}

    /// Aligned lines for people.
    static String plain(List<AccountRow> rows) {
        int widest = rows.stream().mapToInt(row -> row.reason().length()).max().orElse(0);
        StringBuilder text = new StringBuilder();
        String file = "";
        for (AccountRow row : rows) {
            if (!row.file().equals(file)) {
                file = row.file();
                text.append(text.isEmpty() ? "" : "\n").append(file).append('\n');
            }
            text.append(String.format(Locale.ENGLISH, "  %-9s %-" + Math.max(1, widest) + "s %,14d  %s", kind(row),
                    row.reason(), row.count(), row.examples()).stripTrailing());
            text.append('\n');
        }
        return text.toString();
    }

    /// RFC 4180 with a header line.
    static String csv(List<AccountRow> rows) {
        StringBuilder text = new StringBuilder(CSV_HEADER);
        for (AccountRow row : rows) {
            text.append(DataTable.csvLine(List.of(row.file(), kind(row), row.reason(), row.count(), row.examples())));
        }
        return text.toString();
    }

    /// The kind of a row in one or two words.
    static String kind(AccountRow row) {
        return text("account.kind." + row.kind().name());
    }
}
