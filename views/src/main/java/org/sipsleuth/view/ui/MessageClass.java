package org.sipsleuth.view.ui;

/// What kind of message it is, with the colour and the shape that mean it everywhere.
///
/// The colours are looked up in `sipsleuth.css` by the names given here, so that they follow the
/// theme.
public enum MessageClass {
    /// A request.
    REQUEST("request", "▶"),
    /// 1xx: under way.
    PROVISIONAL("provisional", "○"),
    /// 2xx: accepted.
    SUCCESS("success", "●"),
    /// 3xx: sent elsewhere.
    REDIRECTION("redirection", "◆"),
    /// 4xx: refused, may be tried in another way.
    CLIENT_ERROR("client-error", "▲"),
    /// 5xx, 6xx and what lies beyond: failed.
    FAILURE("failure", "■");

    private static final int FIRST_METHOD = 1000;

    private final String name;
    private final String shape;

    MessageClass(String name, String shape) {
        this.name = name;
        this.shape = shape;
    }

    /// The class of a message type as the message table numbers them: the status code of a
    /// response, 1000 and more for a method.
    public static MessageClass of(int type) {
        if (type >= FIRST_METHOD) {
            return REQUEST;
        }
        return switch (type / 100) {
            case 0, 1 -> PROVISIONAL;
            case 2 -> SUCCESS;
            case 3 -> REDIRECTION;
            case 4 -> CLIENT_ERROR;
            default -> FAILURE;
        };
    }

    /// The CSS class of nodes that stand for it, e.g. `sipsleuth-request`.
    public String styleClass() {
        return "sipsleuth-" + name;
    }

    /// The name under which CSS looks its colour up, e.g. `-sipsleuth-request`.
    public String colour() {
        return "-sipsleuth-" + name;
    }

    /// The character that stands for it where colour alone would not do.
    public String shape() {
        return shape;
    }
}
