# 1001 watches the presence of 1002, who publishes it; the proxy is the presence server.
add_host phone1 192.0.2.11
add_host phone2 192.0.2.12
start_proxy
start_capture
caller watcher phone1 watcher -s 1002 -key user 1001
sleep 1
caller publisher phone2 publisher -s 1002
wait_for publisher watcher
stop_capture
expect phone2 ">PUBLISH <200 >PUBLISH <200 >PUBLISH <200"
n="<NOTIFY >200"
expect phone1 ">SUBSCRIBE <200 $n $n $n $n >SUBSCRIBE <200 $n"
