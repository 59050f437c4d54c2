package org.sipsleuth.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.sip.SipMessage;
import org.sipsleuth.transaction.HopTransaction;

/// Finds CANCELs with the address of a caller that another host sent.
///
/// A CANCEL has the route of its INVITE (RFC 3261 §9.1), and names the same program if it names
/// any. One that lacks both is forged if other CANCELs of that program have both. One that lacks
/// either is forged if its packet came another way than others of the caller.
final class ForgedCancels {

    /// Further requests of a call are not read.
    private static final int MOST_REQUESTS = 64;

    private final Traffic traffic;
    private final SipIndex index;

    /// By their messages.
    private final BitSet otherPaths;

    private ForgedCancels(Traffic traffic, BitSet otherPaths) {
        this.traffic = traffic;
        this.index = traffic.table().index();
        this.otherPaths = otherPaths;
    }

    /// A CANCEL of the host that sent the INVITE.
    ///
    /// @param program of the INVITE
    /// @param lacksProgram whether it names no program, or another one
    /// @param lacksRoute whether it has no route, and the INVITE has one
    /// @param hasRoute whether it has one
    private record Cancel(HopTransaction request, String program, boolean lacksProgram, boolean lacksRoute,
            boolean hasRoute) {}

    /// Those that were answered and that no rule has explained, in the order of time.
    ///
    /// @param otherPaths the messages that came another way than others of their addresses
    static List<ForgedTeardown> find(Traffic traffic, BitSet otherPaths) {
        return new ForgedCancels(traffic, otherPaths).find();
    }

    private List<ForgedTeardown> find() {
        List<Cancel> cancels = new ArrayList<>();
        Set<String> complete = new HashSet<>();
        for (HopTransaction each : traffic.open()) {
            if (each.method() == MessageTypes.CANCEL && !each.isCopy() && each.isAnswered()
                    && !traffic.roles().isServer(each.source())) {
                traffic.monitor().throwIfCancelled();
                Cancel cancel = cancel(each);
                if (cancel != null) {
                    cancels.add(cancel);
                    if (!cancel.lacksProgram() && cancel.hasRoute()) {
                        complete.add(cancel.program());
                    }
                }
            }
        }
        List<ForgedTeardown> found = new ArrayList<>();
        for (Cancel each : cancels) {
            boolean isOtherPath = otherPaths.get(each.request().request());
            boolean isStripped = each.lacksProgram() && each.lacksRoute() && complete.contains(each.program());
            if (isStripped || (isOtherPath && (each.lacksProgram() || each.lacksRoute()))) {
                found.add(new ForgedTeardown(each.request(), null, isOtherPath, false, false, isStripped));
            }
        }
        return found;
    }

    /// A CANCEL beside its INVITE, or null if that was not captured, does not come from its
    /// originator, or names no program.
    private @Nullable Cancel cancel(HopTransaction cancel) {
        HopTransaction invite = traffic.byDialog()
                .of(cancel.dialog())
                .stream()
                .limit(MOST_REQUESTS)
                .filter(each -> each.method() == MessageTypes.INVITE && !each.isCopy())
                .filter(each -> each.source() == cancel.source())
                .filter(each -> each.destination() == cancel.destination())
                .filter(each -> each.cseq() == cancel.cseq())
                .findFirst()
                .orElse(null);
        if (invite == null) {
            return null;
        }
        SipMessage cancelled = index.message(invite.request());
        Optional<String> program = CallParties.product(cancelled);
        if (program.isEmpty() || cancelled.vias().size() != 1) {
            return null;
        }
        SipMessage message = index.message(cancel.request());
        boolean hasRoute = message.header("Route").isPresent();
        return new Cancel(cancel, program.get(), !program.equals(CallParties.product(message)),
                !hasRoute && cancelled.header("Route").isPresent(), hasRoute);
    }
}
