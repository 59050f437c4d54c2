package org.sipsleuth.dialog.attempt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;

/// Goes through the messages of one dialog after the other and tells what was tried in them.
///
/// Only the first hop counts, that of the dialog's first INVITE: what proxies send on would count a
/// call several times. Requests with a tag in To (re-INVITEs) begin nothing, retransmissions are
/// passed over. Made to be used again; one thread at a time.
public final class DialogWalk {

    /// A larger map is not kept: emptying it would cost as much for each small dialog after it.
    private static final int LARGE = 1_000;

    private final SipIndex index;
    private final MessageTable messages;
    private Map<Integer, Chain> chains = new HashMap<>();
    private final List<Attempt> calls = new ArrayList<>();
    private final List<Attempt> registrations = new ArrayList<>();
    private @Nullable Chain call;
    private @Nullable Chain registration;
    private @Nullable Chain release;
    private boolean isReleaseOnHop;
    private Release lone = Release.NEVER;

    public DialogWalk(SipIndex index) {
        this.index = index;
        messages = index.messages();
    }

    /// Goes through a dialog; what was told of another is forgotten. Cost: its messages.
    public void read(int dialog) {
        clear();
        for (int message : index.messagesOf(dialog)) {
            if (messages.isRetransmission(message)) {
                continue;
            }
            int type = messages.type(message);
            if (!MessageTypes.isMethod(type)) {
                Chain asked = chains.get(messages.transaction(message));
                if (asked != null) {
                    asked.respond(message);
                }
            } else if (type == MessageTypes.INVITE) {
                invited(message);
            } else if (type == MessageTypes.REGISTER) {
                registered(message);
            } else if (type == MessageTypes.BYE) {
                released(message);
            }
        }
        endCall();
        endRegistration();
    }

    /// The sessions that were tried, in order.
    public List<Attempt> calls() {
        return calls;
    }

    /// The registrations that were tried, in order.
    public List<Attempt> registrations() {
        return registrations;
    }

    /// The end of a session whose beginning is not in the capture.
    public Release loneRelease() {
        return lone;
    }

    private void clear() {
        if (chains.size() > LARGE) {
            chains = new HashMap<>();
        } else {
            chains.clear();
        }
        calls.clear();
        registrations.clear();
        call = null;
        registration = null;
        release = null;
        lone = Release.NEVER;
    }

    private void invited(int message) {
        if (messages.hasToTag(message)) {
            return;
        }
        if (call != null && call.isContinuedBy(message)) {
            join(call, message);
        } else if (call == null || call.isFollowedBy(message)) {
            endCall();
            call = begin(message);
        }
    }

    private void registered(int message) {
        if (registration != null && registration.isContinuedBy(message)) {
            join(registration, message);
        } else if (registration == null || registration.isFollowedBy(message)) {
            endRegistration();
            registration = begin(message);
        }
    }

    /// The BYE on the hop of the INVITE counts, else the first there is; with those that repeat it
    /// after a refusal (RFC 6076 §4.4: the 2xx to the recovery ends it).
    private void released(int message) {
        if (call != null && !call.isAnswered()) {
            return; // ends an early dialog, if anything (RFC 3261 §15)
        }
        boolean isOnHop = call != null && call.sharesHopWith(message);
        if (release == null || (isOnHop && !isReleaseOnHop)) {
            release = begin(message);
            isReleaseOnHop = isOnHop;
        } else if (!release.isAnswered() && release.isFromSameEndpoint(message)) {
            join(release, message);
        }
    }

    private Chain begin(int message) {
        Chain begun = new Chain(messages, message);
        chains.put(messages.transaction(message), begun);
        return begun;
    }

    private void join(Chain chain, int message) {
        chain.join(message);
        chains.put(messages.transaction(message), chain);
    }

    private void endCall() {
        Release ended = release == null ? Release.NEVER : release.release();
        if (call == null) {
            lone = ended;
        } else {
            calls.add(call.attempt(ended));
        }
        call = null;
        release = null;
    }

    private void endRegistration() {
        if (registration != null) {
            registrations.add(registration.attempt(Release.NEVER));
        }
        registration = null;
    }
}
