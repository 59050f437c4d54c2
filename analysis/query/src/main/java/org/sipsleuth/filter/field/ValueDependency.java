package org.sipsleuth.filter.field;

import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;

/// What the values of a field depend on. Messages with the same key have the same values, so that
/// a question is answered once for each key; those that cost least come first.
public enum ValueDependency {
    /// The method or the status code.
    TYPE(1) {
        @Override
        public int key(MessageTable messages, int message) {
            return messages.type(message);
        }

        @Override
        public int keys(SipIndex index) {
            return index.messages().typeCount();
        }
    },
    /// The transport and the layers around it.
    WAY(1) {
        @Override
        public int key(MessageTable messages, int message) {
            return messages.encapsulation(message);
        }

        @Override
        public int keys(SipIndex index) {
            return index.messages().encapsulationCount();
        }
    },
    /// The file.
    FILE(1) {
        @Override
        public int key(MessageTable messages, int message) {
            return messages.file(message);
        }

        @Override
        public int keys(SipIndex index) {
            return index.files().size();
        }
    },
    /// The endpoint it came from.
    SOURCE(2) {
        @Override
        public int key(MessageTable messages, int message) {
            return messages.source(message);
        }

        @Override
        public int keys(SipIndex index) {
            return index.messages().endpointCount();
        }
    },
    /// The endpoint it went to.
    DESTINATION(2) {
        @Override
        public int key(MessageTable messages, int message) {
            return messages.destination(message);
        }

        @Override
        public int keys(SipIndex index) {
            return index.messages().endpointCount();
        }
    },
    /// The dialog.
    DIALOG(3) {
        @Override
        public int key(MessageTable messages, int message) {
            return messages.dialog(message);
        }

        @Override
        public int keys(SipIndex index) {
            return index.dialogs().size();
        }
    },
    /// The columns of the message itself.
    ROW(4),
    /// The text of the message.
    TEXT(100);

    private final int cost;

    ValueDependency(int cost) {
        this.cost = cost;
    }

    /// How much it costs to ask, beside the others.
    public int cost() {
        return cost;
    }

    /// Whether messages share keys.
    public boolean isKeyed() {
        return compareTo(ROW) < 0;
    }

    /// The key of a message, from 0.
    public int key(MessageTable messages, int message) {
        return message;
    }

    /// How many keys there are.
    public int keys(SipIndex index) {
        return index.messages().size();
    }
}
