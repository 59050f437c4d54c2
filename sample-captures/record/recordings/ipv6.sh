# A complete call over IPv6.
proxy_at=[$PROXY6]:5060
add_host proxy "$PROXY6"
add_host phone1 2001:db8::11
add_host phone2 2001:db8::12
start_proxy -A WITH_IPV6
register phone2 1002
start_capture_pcapng
callee 1002 phone2 callee -s 1002
caller 1001 phone1 caller -s 1002 -key user 1001
wait_for 1001 1002
stop_capture
expect phone1 ">INVITE <100 <180 <200 >ACK >BYE <200"
expect phone2 "<INVITE >180 >200 <ACK <BYE >200"
