package org.sipsleuth.dialog.leg.evidence;

import java.util.List;
import org.sipsleuth.dialog.leg.fact.Reference;

/// All kinds of evidence.
public final class Evidences {

    /// In reporting order: evidence that suffices alone comes first.
    public static final List<Evidence> ALL = List.of(new NamedCallId(), new SessionIdentifier(), new ChargingVector(),
            new NamedDialog(Reference.Kind.REPLACES), new NamedDialog(Reference.Kind.REFER_REPLACES),
            new NamedDialog(Reference.Kind.JOIN), new NamedDialog(Reference.Kind.TARGET_DIALOG),
            new NamedDialog(Reference.Kind.REPLY), new ReferredCall(), new HandoverTime(), new AnswerOrder(),
            new EndOrder(), new CalledNumber(), new CallingNumber(), new DivertedNumber(), new OfferedMedia(),
            new AnsweredMedia(), new SessionOrigin(), new CodecOrder());

    private Evidences() {}
}
