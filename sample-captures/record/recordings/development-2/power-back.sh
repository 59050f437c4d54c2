# The power of a floor comes back: thirty handsets register again within three seconds, and shortly afterwards once more.
draw_place
open_office
add_handsets "$(drawn handsets 28 36)" 1.5 "\"again\":[$(drawn first 10 14),$(drawn second 22 26)]"
begin
ordinary_day 42
finish
