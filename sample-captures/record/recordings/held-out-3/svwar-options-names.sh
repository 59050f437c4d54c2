# svwar asks by OPTIONS for words and numbers of a dictionary; the proxy listens on port 5070.
relocate office.example.com 5070 192.168.61 198.51.100 198.19.140
EXTENSIONS=(401 402 403 404 405 406)
EXISTING='^(4[0-1][0-9]|reception|sales|support|fax|door|lobby)$'
WEAK=none
tshark_options=(-d udp.port==5070,sip)
open_office
add_attacker one 198.19.140.77
start_office_capture udp port 5060 or udp port 5070
keep_alive 9
office_day 303 60
printf '%s\n' admin reception sales support info fax door lobby warehouse kitchen meeting guest test office manager service \
    helpdesk accounting marketing security garage conference voicemail operator trunk pbx phone user root asterisk \
    {398..417} 100 101 200 201 500 501 1000 1001 >"$scratch/dictionary"
at 15 attack A1 scan one 5087 "svwar asks by OPTIONS for words and numbers of a dictionary, six a second." \
    "$(version_of svwar)" svwar -b 198.19.140.77 -x 198.19.140.77 -P 5087 -p 5070 -t 0.16 -m OPTIONS -d "$scratch/dictionary" 192.168.61.1
play
wait_for A1
close_office
