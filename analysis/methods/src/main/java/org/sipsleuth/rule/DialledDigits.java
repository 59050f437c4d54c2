package org.sipsleuth.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sipsleuth.media.TelephoneEvents;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.transaction.Call;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;

/// The entries of digits that a caller sends during a call, in INFO requests (`application/dtmf-relay`
/// and the like) or in RTP: PINs, mailboxes and numbers, but no single keys of a menu.
final class DialledDigits {

    private static final String METHOD = "INFO";
    private static final String TYPE = "application/dtmf";
    private static final Pattern SIGNAL =
            Pattern.compile("(?i)signal\\s*=\\s*(10|11|[0-9*#])|^\\s*(?:d=)?([0-9*#])\\s*$");

    /// A longer pause ends an entry.
    private static final long PAUSE = Duration.ofSeconds(4).toNanos();

    /// PINs have 4 digits or more; 3 on old systems.
    private static final int FEWEST_DIGITS = 3;

    /// Of more the rest is not read.
    private static final int MOST_READ = 5_000;

    private DialledDigits() {}

    /// The entries of a call's caller in INFO requests, in the order of time.
    static List<String> entries(Call call, Traffic traffic) {
        TransactionTable table = traffic.table();
        List<TelephoneEvents.Key> keys = new ArrayList<>();
        int read = 0;
        for (HopTransaction each : traffic.byDialog().of(call.first().dialog())) {
            boolean isDigit = !each.isCopy() && each.source() == call.source()
                    && table.index().messages().typeName(each.method()).equals(METHOD);
            if (isDigit && read++ < MOST_READ) {
                key(table.index().message(each.request()))
                        .ifPresent(key -> keys.add(new TelephoneEvents.Key((char) key, each.atNanos())));
            }
        }
        return entries(keys);
    }

    /// The entries of some keys, in the order of time.
    static List<String> entries(List<TelephoneEvents.Key> keys) {
        List<String> entries = new ArrayList<>();
        StringBuilder entry = new StringBuilder();
        long last = 0;
        for (TelephoneEvents.Key each : keys) {
            boolean isEnd = !Character.isDigit(each.key());
            if (isEnd || each.atNanos() > last + PAUSE) {
                add(entry, entries);
            }
            if (!isEnd) {
                entry.append(each.key());
            }
            last = each.atNanos();
        }
        add(entry, entries);
        return entries;
    }

    private static void add(StringBuilder entry, List<String> entries) {
        if (entry.length() >= FEWEST_DIGITS) {
            entries.add(entry.toString());
        }
        entry.setLength(0);
    }

    /// The key that an INFO request is about.
    private static OptionalInt key(SipMessage info) {
        boolean isDtmf = info.header("Content-Type")
                .filter(type -> type.strip().toLowerCase(Locale.ROOT).startsWith(TYPE))
                .isPresent();
        Matcher signal = SIGNAL.matcher(isDtmf ? info.text().substring(info.bodyOffset()) : "");
        if (!signal.find()) {
            return OptionalInt.empty();
        }
        String key = signal.group(1) != null ? signal.group(1) : signal.group(2);
        return OptionalInt.of(switch (key) {
            case "10" -> '*';
            case "11" -> '#';
            default -> key.charAt(0);
        });
    }
}
