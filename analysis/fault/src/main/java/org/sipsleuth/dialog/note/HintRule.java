package org.sipsleuth.dialog.note;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules of hints, each with what it rests on. `docs/LADDER.md` lists them.
@SuppressWarnings("ImmutableEnumChecker") // the checks are methods without state
public enum HintRule {
    CONTENT_LENGTH("Wrong Content-Length", "RFC 3261 §20.14", FramingChecks::contentLength),
    CUT("Cut by the capture", "RFC 3261 §18.3", FramingChecks::cut),
    NO_CONTENT_LENGTH("Content-Length is missing", "RFC 3261 §18.3", FramingChecks::noContentLength),
    ENCODED_BODY("Body is encoded", "RFC 3261 §20.12", FramingChecks::encodedBody),
    LARGE_OVER_UDP("Too large for UDP", "RFC 3261 §18.1.1", FramingChecks::largeOverUdp),
    VIA_TRANSPORT("Via names another transport", "RFC 3261 §18.1.1", FramingChecks::viaTransport),
    BRANCH_COOKIE("RFC 2543 branch", "RFC 3261 §8.1.1.7", FramingChecks::branchCookie),
    VIA_ADDRESS("Via differs from the source: NAT", "RFC 3261 §18.2.1", AddressChecks::via),
    CONTACT_ADDRESS("Contact differs from the source: NAT", "RFC 5626 §1", AddressChecks::contact),
    CONTACT_PRIVATE("Contact unreachable", "RFC 1918 §3", AddressChecks::unreachableContact),
    SDP_PRIVATE("Media address unreachable", "RFC 1918 §3", AddressChecks::unreachableMedia),
    SDP_ZERO("No media address (0.0.0.0)", "RFC 3264 §8.4", AddressChecks::zeroMedia),
    CONTACT_MISSING("Contact is missing", "RFC 3261 §12.1", RoutingChecks::missingContact),
    HOPS_USED_UP("Max-Forwards nearly exhausted", "RFC 3261 §16.3", RoutingChecks::fewHops),
    VIA_LOOP("Possible loop: same host twice in Via", "RFC 3261 §16.3", RoutingChecks::loop),
    STRICT_ROUTE("Strict routing", "RFC 3261 §16.12", RoutingChecks::strictRoute),

    NO_ANSWER("No answer", "RFC 3261 §17.1.1.2", AnswerRules::noAnswer),
    NO_FINAL("No final response", "RFC 3261 §16.6", AnswerRules::noFinal),
    REPEATED("Retransmitted repeatedly", "RFC 3261 §17", AnswerRules::repeated),
    REFUSED_CREDENTIALS("Credentials were refused", "RFC 3261 §22.1", AnswerRules::credentials),
    MISSING_ACK("ACK is missing", "RFC 3261 §13.2.2.4, §17.1.1.3", InviteRules::missingAck),
    MISSING_PRACK("PRACK is missing", "RFC 3262 §4", InviteRules::missingPrack),
    MISSING_SDP_ANSWER("SDP answer is missing", "RFC 3261 §13.2.1", InviteRules::missingAnswer),
    DIRECTION_ANSWER("Answer contradicts the offer's direction", "RFC 3264 §6.1", OfferAnswer::directions),
    CANCEL_RACE("CANCEL came too late", "RFC 3261 §9.1", InviteRules::cancelRace),
    CANCEL_EARLY("CANCEL came too early", "RFC 3261 §9.1", InviteRules::cancelEarly),
    ACK_ROUTE("ACK leaves the route", "RFC 3261 §12.1.2, §13.2.2.4", RouteRules::ack),
    LOOPING("Request loops", "RFC 3261 §16.3", RouteRules::looping),
    TAG_MISSING("Tag of the dialog is missing", "RFC 3261 §12.2.1.1", DialogRules::missingTag),
    TAG_CHANGED("Tag changed", "RFC 3261 §12.2.1.1", DialogRules::changedTag),
    FORKED("Answered by several endpoints", "RFC 3261 §13.2.2.4", DialogRules::forked),
    CSEQ_BACK("CSeq went back", "RFC 3261 §12.2.2", DialogRules::cseqBack),
    BYE_CROSSED("Both hung up at once", "RFC 3261 §15.1", DialogRules::crossedBye);

    /// Checks a single message.
    @FunctionalInterface
    interface MessageCheck {
        Optional<String> check(ReadMessage context);
    }

    /// Checks all messages of a dialog.
    @FunctionalInterface
    interface DialogCheck {
        void check(DialogTrace course, Finder finder);
    }

    /// Gets what a [DialogCheck] finds.
    @FunctionalInterface
    interface Finder {
        void found(int message, String text);
    }

    private final String title;
    private final String source;
    private final @Nullable MessageCheck ofMessage;
    private final @Nullable DialogCheck ofDialog;

    HintRule(String title, String source, MessageCheck check) {
        this.title = title;
        this.source = source;
        ofMessage = check;
        ofDialog = null;
    }

    HintRule(String title, String source, DialogCheck check) {
        this.title = title;
        this.source = source;
        ofMessage = null;
        ofDialog = check;
    }

    /// A short title.
    public String title() {
        return title;
    }

    /// The RFC and section that it rests on.
    public String source() {
        return source;
    }

    Optional<String> check(ReadMessage context) {
        return ofMessage == null ? Optional.empty() : ofMessage.check(context);
    }

    void check(DialogTrace course, Finder finder) {
        if (ofDialog != null) {
            ofDialog.check(course, finder);
        }
    }
}
