package org.sipsleuth.find;

import java.util.Optional;
import org.sipsleuth.capture.Damage;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.dialog.leg.fact.Keys;
import org.sipsleuth.dialog.leg.fact.Party;
import org.sipsleuth.run.RunMonitor;

/// The small index of one capture: what it holds, without what is in it.
///
/// @param state of the file when it was read
/// @param edges the SHA-256 of its first and last bytes
/// @param messages how many SIP messages it has
/// @param dialogs how many dialogs
/// @param span the time of its frames and messages
/// @param damage where it could not be read on
/// @param callIds keys of the Call-IDs
/// @param users keys of the users; of a telephone number the last digits only
/// @param hosts keys of the addresses of packets, and of hosts that messages name
record CaptureEntry(FileState state, String edges, long messages, long dialogs, Span span, Optional<Damage> damage,
        KeySet callIds, KeySet users, KeySet hosts) {

    /// The last digits that all forms of a telephone number have in common, whatever prefixes networks
    /// put before them; those of a subscriber.
    static final int COMMON_DIGITS = 7;

    private static final int BETWEEN_CHECKS = 1 << 12;

    /// Keys of names, the same on every run.
    static final Keys KEYS = Keys.fixed();

    /// The entry of a capture that was read.
    ///
    /// @param index of it alone
    /// @param state of the file before it was read
    static CaptureEntry of(SipIndex index, FileState state, String edges, RunMonitor monitor) {
        KeySet.Builder callIds = new KeySet.Builder();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            callIds.add(KEYS.of(index.dialogs().callId(dialog)));
        }
        KeySet.Builder users = new KeySet.Builder();
        KeySet.Builder hosts = new KeySet.Builder();
        MessageTable messages = index.messages();
        for (int endpoint = 0; endpoint < messages.endpointCount(); endpoint++) {
            hosts.add(KEYS.of(messages.endpoint(endpoint).host()));
        }
        NamedValues values = new NamedValues(KEYS);
        for (int message = 0; message < messages.size(); message++) {
            if (message % BETWEEN_CHECKS == 0) {
                monitor.throwIfCancelled();
            }
            if (!messages.isRetransmission(message)) {
                values.readNew(index, message, value -> add(value, users, hosts));
            }
        }
        CaptureSummary summary = index.files().getFirst();
        return new CaptureEntry(state, edges, messages.size(), index.dialogs().size(),
                summary.span().captured().join(summary.span().reported()), summary.damage(), callIds.build(),
                users.build(), hosts.build());
    }

    private static void add(NamedValue value, KeySet.Builder users, KeySet.Builder hosts) {
        if (value.party() != Party.NOBODY) {
            users.add(userKey(value.party()));
        }
        if (!value.host().isEmpty()) {
            hosts.add(KEYS.of(value.host()));
        }
    }

    /// The key by which a user is looked for.
    static long userKey(long party) {
        return Party.end(party, COMMON_DIGITS);
    }

    /// Whether it has something within a time.
    boolean touches(Span time) {
        return !span.isEmpty() && FolderSearch.isWithin(span, time);
    }

    /// The same entry of a file of which only the name or the rights changed.
    CaptureEntry at(FileState now) {
        return new CaptureEntry(now, edges, messages, dialogs, span, damage, callIds, users, hosts);
    }
}
