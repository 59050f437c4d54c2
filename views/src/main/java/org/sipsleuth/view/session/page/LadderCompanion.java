package org.sipsleuth.view.session.page;

import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import org.sipsleuth.dialog.SipIndex;

/// A pane beside the ladder that follows the message at which the ladder stands.
public interface LadderCompanion {

    /// Its content.
    Parent root();

    /// Whether it takes the height that the others leave.
    default boolean isTall() {
        return false;
    }

    /// The ladder stands at this message.
    void follow(SipIndex index, int message);

    /// The ladder stands at no message.
    void followNothing();

    /// Messages that are likely to come next, for the ladder to draw; the likeliest first.
    default ObservableValue<List<LikelyMessage>> likely() {
        return new SimpleObjectProperty<>(List.of());
    }

    /// How usual the messages of the dialog are, for the ladder to draw beside them.
    default ObservableValue<MessageSurprise> surprise() {
        return new SimpleObjectProperty<>(MessageSurprise.NONE);
    }
}
