# An office with two makes of phones: five baresip, three linphone.
# linphone does not name itself in every response.
tolerated="neither User-Agent nor Server"
LINPHONES=(1002 1004 1005)
open_office
start_office_capture
keep_alive 17
office_day 81 120
at 30 new_phone 1009
play
close_office
